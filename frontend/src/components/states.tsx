import { Alert, Button, Center, Loader, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

/** Appears after a moment: most answers come sooner, and a flash is noise. */
export const Loading = ({ label }: { label: string }) => (
  <Center mih={200} role="status" aria-label={label} className="late">
    <Loader />
  </Center>
);

export const Failure = ({ message, onRetry }: { message: string; onRetry?: () => void }) => (
  <Alert color="red" title="That did not work" role="alert" my="md">
    <Stack align="flex-start" gap="sm">
      <Text size="sm">{message}</Text>
      {onRetry === undefined ? null : (
        <Button variant="default" size="xs" onClick={onRetry}>
          Try again
        </Button>
      )}
    </Stack>
  </Alert>
);

export const Empty = ({ title, children }: { title: string; children?: ReactNode }) => (
  <Center mih={200} p="md">
    <Stack align="center" gap="sm" ta="center">
      <Title order={2} size="h4">
        {title}
      </Title>
      <Text size="sm" component="div">
        {children}
      </Text>
    </Stack>
  </Center>
);
