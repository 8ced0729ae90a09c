import { Button, Group, Modal, Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useReturnFocus } from '../../components/useReturnFocus.ts';
import type { Conflict, Side } from './invoiceConflict.ts';

interface StaleDialogProps {
  readonly conflicts: readonly Conflict[];
  /** It was issued meanwhile: its content is theirs, whatever is chosen. */
  readonly issuedMeanwhile: boolean;
  readonly onApply: (sides: Record<string, Side>) => void;
  readonly onClose: () => void;
}

const sidesOf = (conflicts: readonly Conflict[], side: (one: Conflict) => Side) =>
  Object.fromEntries(conflicts.map((one) => [one.key, side(one)]));

/** Two people saved the same draft: shows both versions of each difference, loses neither. */
export function StaleDialog({ conflicts, issuedMeanwhile, onApply, onClose }: StaleDialogProps) {
  const [sides, setSides] = useState(() => sidesOf(conflicts, (one) => one.suggested));
  useReturnFocus();
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title="Someone changed this invoice while you were editing"
    >
      <Stack>
        <Text size="sm">
          {issuedMeanwhile
            ? 'It was issued meanwhile: only its due date, purchase order and memo can still change. What you typed is shown here so that you can copy it.'
            : 'Nothing is lost: choose what to keep, then look the form over and save it.'}
        </Text>
        {conflicts.length === 0 ? (
          <Text size="sm">Both versions say the same. You can go on.</Text>
        ) : null}
        {conflicts.map(({ key, label, yours, theirs, changedByBoth }) => (
          <Radio.Group
            key={key}
            label={changedByBoth ? `${label} (changed by both of you)` : label}
            value={sides[key] ?? 'yours'}
            onChange={(side) =>
              setSides({ ...sides, [key]: side === 'theirs' ? 'theirs' : 'yours' })
            }
          >
            <Stack gap={6} mt={6}>
              <Radio value="yours" label={`Yours: ${yours}`} />
              <Radio value="theirs" label={`Theirs: ${theirs}`} />
            </Stack>
          </Radio.Group>
        ))}
        <Group justify="flex-end">
          <Button variant="default" onClick={() => onApply(sidesOf(conflicts, () => 'theirs'))}>
            Take all of theirs
          </Button>
          <Button variant="default" onClick={() => onApply(sidesOf(conflicts, () => 'yours'))}>
            Keep all of mine
          </Button>
          <Button onClick={() => onApply(sides)}>Use these choices</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
