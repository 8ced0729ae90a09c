import { Group, Text, Title } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';

interface PageHeaderProps {
  readonly title: string;
  readonly badge?: ReactNode;
  readonly subtitle?: ReactNode;
  /** Buttons at the right. */
  readonly children?: ReactNode;
}

/** The head of a page, which also names the browser's tab. */
export function PageHeader({ title, badge, subtitle, children }: PageHeaderProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  // The link that led here, or the button whose act is done, is gone and the focus with it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the head says tells that it went
  useEffect(() => {
    if (document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
  }, [title, subtitle]);
  return (
    <Group justify="space-between" align="flex-start" gap="sm" mb="md">
      <title>{`${title} · Plumb`}</title>
      <div className="page-heading">
        <Group gap="sm">
          <Title order={1} size="h2" ref={heading} tabIndex={-1}>
            {title}
          </Title>
          {badge}
        </Group>
        {subtitle === undefined ? null : (
          <Text c="dimmed" size="sm">
            {subtitle}
          </Text>
        )}
      </div>
      {children}
    </Group>
  );
}
