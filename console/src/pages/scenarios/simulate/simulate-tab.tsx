import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../../components/loaded.tsx';
import { useSearchParam } from '../../../components/use-search-param.ts';
import { testsQuery } from '../scenarios-query.ts';
import type { TabProps } from '../tab-props.ts';
import { newSetup, setupOf } from './setup.ts';
import { Simulator } from './simulator.tsx';

/** A call in text, new or (`?test=` in the address) one that was kept. */
export function SimulateTab(props: TabProps): ReactElement {
  const { t } = useTranslation();
  const [id] = useSearchParam('test');
  const tests = useQuery({ ...testsQuery(props.scenario.id), enabled: id !== null });
  const called = props.scenario.numbers[0];
  const fresh = { ...newSetup(Date.now()), ...(called === undefined ? {} : { called }) };
  if (id === null) return <Simulator {...props} setup={fresh} decisions={[]} />;
  return (
    <Loaded query={tests}>
      {(list) => {
        const test = list.tests.find((one) => one.id === id);
        if (test === undefined) return <Simulator {...props} setup={fresh} decisions={[]} />;
        return (
          <>
            <p className="cw-muted">{t('scenarios.simulate.replaying', { name: test.name })}</p>
            <Simulator key={id} {...props} {...setupOf(test.given)} />
          </>
        );
      }}
    </Loaded>
  );
}
