import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../api/session.ts';
import type { Column } from '../../components/data-table.tsx';
import { tenantsQuery } from './tenants-query.ts';

/** Name of a company; null for those who see only their own. */
export function useCompanyNames(): ((tenant: string) => string) | null {
  const several = useMay('tenants.manage');
  const companies = useQuery({ ...tenantsQuery, enabled: several }).data?.tenants;
  return useMemo(
    () => (several ? (tenant) => companies?.find(({ id }) => id === tenant)?.name ?? tenant : null),
    [several, companies],
  );
}

/** Whose a row is: one column, or none for those who see one company only. */
export function useCompanyColumn<Row extends { tenant: string }>(): readonly Column<Row>[] {
  const { t } = useTranslation();
  const nameOf = useCompanyNames();
  return useMemo(() => {
    if (nameOf === null) return [];
    const company = ({ tenant }: Row): string => nameOf(tenant);
    return [{ key: 'company', title: t('people.field.company'), cell: company, sortBy: company }];
  }, [t, nameOf]);
}
