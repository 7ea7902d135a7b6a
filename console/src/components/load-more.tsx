import { Button } from 'antd';
import type { ReactElement } from 'react';

/** Asks for the next part of a list that the api gives by cursor; absent at its end. */
export function LoadMore({
  list,
  label,
}: {
  list: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown };
  label: string;
}): ReactElement | null {
  if (!list.hasNextPage) return null;
  return (
    <div>
      <Button block loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
        {label}
      </Button>
    </div>
  );
}
