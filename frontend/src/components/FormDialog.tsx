import { Alert, Button, Group, Modal, Stack } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { useReturnFocus } from './useReturnFocus.ts';

interface FormDialogProps {
  readonly title: string;
  readonly submitLabel: string;
  readonly cancelLabel?: string;
  readonly problem?: string | null;
  readonly busy?: boolean;
  readonly danger?: boolean;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/**
 * A form in a dialog. Mount it to open it, so that each opening starts afresh. The focus goes to
 * the field marked `data-autofocus`; without one to the button that does no harm.
 */
export function FormDialog(props: FormDialogProps) {
  const { problem = null, busy = false, danger = false, cancelLabel = 'Cancel' } = props;
  const form = useRef<HTMLFormElement>(null);
  useReturnFocus();
  // An answer came: the first field it is about is where to go on.
  useEffect(() => {
    if (!busy) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [busy]);
  return (
    <Modal opened onClose={props.onClose} title={props.title}>
      <form
        ref={form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          // A dialog over a form stands inside it for React, though not on the screen.
          event.stopPropagation();
          if (!busy) props.onSubmit();
        }}
      >
        <Stack>
          {problem === null ? null : (
            <Alert color="red" role="alert">
              {problem}
            </Alert>
          )}
          {props.children}
          <Group justify="flex-end">
            <Button variant="default" onClick={props.onClose} data-autofocus={danger || undefined}>
              {cancelLabel}
            </Button>
            <Button
              type="submit"
              loading={busy}
              color={danger ? 'red.8' : undefined}
              data-autofocus={!danger || undefined}
            >
              {props.submitLabel}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
