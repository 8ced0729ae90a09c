/** What GraphiQL opens with: works on the seed without changes. */
export const EXAMPLE_OPERATION = `# Who owes us what, since when? Press the button to ask.
# The header below signs you in as a demo user; try
# bookkeeper@, manager@ or viewer@constructco.example.
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
          totals {
            currencyCode
            amounts { amount }
            total { amount }
          }
        }
        invoices(
          first: 5
          filter: { statuses: [OVERDUE] }
          orderBy: { field: DUE_DATE, direction: ASC }
        ) {
          totalCount
          nodes {
            id
            number
            dueDate
            daysPastDue
            client { name }
            balanceDue { amount currencyCode }
          }
        }
      }
    }
  }
}
`;
