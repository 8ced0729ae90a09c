import type { InvoiceActionName } from '../../gql/generated.ts';
import { RecordPaymentDialog } from '../payments/RecordPaymentDialog.tsx';
import {
  CloseDialog,
  DeleteDialog,
  type DialogProps,
  DueDateDialog,
  DuplicateDialog,
  IssueDialog,
} from './InvoiceDialogs.tsx';

interface ActionDialogProps extends DialogProps {
  readonly action: InvoiceActionName;
}

/** The dialog of an act; editing is a page of its own. */
export function ActionDialog({ action, ...props }: ActionDialogProps) {
  switch (action) {
    case 'ISSUE':
      return <IssueDialog {...props} />;
    case 'VOID':
    case 'WRITE_OFF':
    case 'WRITE_OFF_REVERSE':
      return <CloseDialog {...props} act={action} />;
    case 'CHANGE_DUE_DATE':
      return <DueDateDialog {...props} />;
    case 'DELETE':
      return <DeleteDialog {...props} />;
    case 'DUPLICATE':
      return <DuplicateDialog {...props} />;
    case 'RECORD_PAYMENT':
      return <RecordPaymentDialog {...props} />;
    case 'EDIT':
      return null;
  }
}
