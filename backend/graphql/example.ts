/** What GraphiQL opens with: works on the seed without changes. */
export const EXAMPLE_OPERATION = `# Plumb: who owes us what, since when?
# The header below signs you in as a demo user (outside production).
query Overview {
  viewer {
    name
    memberships {
      role
      company {
        id
        name
        receivablesAgeing {
          asOf
          buckets { label }
          totals { currencyCode amounts { amount } total { amount } }
        }
        invoices(first: 5, filter: { statuses: [OVERDUE] }) {
          totalCount
          nodes { id number status dueDate daysPastDue client { name } balanceDue { amount currencyCode } }
        }
      }
    }
  }
}
`;
