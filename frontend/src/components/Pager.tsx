import { Button, Group, Text } from '@mantine/core';

interface PagerProps {
  readonly label: string;
  readonly hasPrevious: boolean;
  readonly hasNext: boolean;
  readonly onPrevious: () => void;
  readonly onNext: () => void;
}

export const Pager = ({ label, hasPrevious, hasNext, onPrevious, onNext }: PagerProps) => (
  <Group justify="space-between" mt="sm">
    <Text size="sm" c="dimmed" aria-live="polite">
      {label}
    </Text>
    {hasPrevious || hasNext ? (
      <Group gap="xs">
        <Button variant="default" size="xs" disabled={!hasPrevious} onClick={onPrevious}>
          Previous
        </Button>
        <Button variant="default" size="xs" disabled={!hasNext} onClick={onNext}>
          Next
        </Button>
      </Group>
    ) : null}
  </Group>
);
