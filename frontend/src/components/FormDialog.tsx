import { Alert, Button, Group, Modal, Stack } from '@mantine/core';
import type { ReactNode } from 'react';

interface FormDialogProps {
  readonly title: string;
  readonly submitLabel: string;
  readonly problem: string | null;
  readonly busy: boolean;
  readonly danger?: boolean;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A form in a dialog. Mount it to open it, so that each opening starts afresh. */
export const FormDialog = (props: FormDialogProps) => (
  <Modal
    opened
    onClose={props.onClose}
    title={props.title}
    closeButtonProps={{ 'aria-label': 'Close' }}
  >
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!props.busy) props.onSubmit();
      }}
    >
      <Stack>
        {props.problem === null ? null : (
          <Alert color="red" role="alert">
            {props.problem}
          </Alert>
        )}
        {props.children}
        <Group justify="flex-end">
          <Button variant="default" onClick={props.onClose}>
            Cancel
          </Button>
          <Button
            type="submit"
            loading={props.busy}
            color={props.danger === true ? 'red' : undefined}
          >
            {props.submitLabel}
          </Button>
        </Group>
      </Stack>
    </form>
  </Modal>
);
