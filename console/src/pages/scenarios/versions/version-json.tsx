import { DownloadOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScenarioView } from '../../../../../contracts/api/scenarios.ts';
import { Loaded } from '../../../components/loaded.tsx';
import { versionQuery } from '../scenarios-query.ts';

/** The document of a version as it was published, to be read and taken away. */
export function VersionJson({ scenario, hash }: { scenario: ScenarioView; hash: string }): ReactElement {
  const { t } = useTranslation();
  const query = useQuery(versionQuery(scenario.id, hash));
  return (
    <Loaded query={query}>
      {({ document: published, version }) => {
        const text = JSON.stringify(published, null, 2);
        return (
          <>
            <div className="cw-buttons">
              <Button
                icon={<DownloadOutlined aria-hidden />}
                onClick={() => download(`${scenario.name}-${version}.json`, text)}
              >
                {t('scenarios.versions.download')}
              </Button>
            </div>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached by keyboard */}
            <pre className="cw-json" tabIndex={0}>
              <code>{text}</code>
            </pre>
          </>
        );
      }}
    </Loaded>
  );
}

function download(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
