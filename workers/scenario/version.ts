import { createHash } from 'node:crypto';
import type { Scenario } from '../../contracts/scenario/document.ts';
import type { PromptCatalog } from '../../contracts/scenario/prompt-item.ts';
import { canonicalJson, compileScenario } from '../../ivr-scenarios/authoring.ts';
import type { CompiledVersion } from './job.ts';
import { partsColumn } from './parts-column.ts';

/**
 * Compiles a document that was found fit. The compiled form is in the hash too: new prompt lengths or a new compiler are a
 * new version.
 * @param doc as read, with its defaults
 * @param written as it is kept; two spellings of one scenario are two versions
 */
export function versionOf(doc: Scenario, catalog: PromptCatalog, written: unknown = doc): CompiledVersion {
  const compiled = compileScenario(doc, catalog);
  const text = canonicalJson({ document: written, compiled });
  return { hash: createHash('sha256').update(text).digest('hex'), parts: partsColumn(compiled) };
}
