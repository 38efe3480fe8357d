import { createHash } from 'node:crypto';
import {
  claimCode,
  claimDefinition,
  complaintCode,
  complaintDefinition,
  placementCode,
  placementDefinition,
  type CaseDefinition,
  type CaseModel,
  type CaseType,
  type CodeRegistry,
} from '@titian/domain';
import { canonicalText } from './canonical-text.ts';

/** RFC 8785 text of a definition; its SHA-256 is the name a case keeps. */
export const definitionText = (definition: CaseDefinition): string => canonicalText(definition);

/** SHA-256 of the definition's RFC 8785 text, hex. */
export const definitionHash = (definition: CaseDefinition): string =>
  createHash('sha256').update(definitionText(definition)).digest('hex');

/** Definitions compiled into this release, by hash: a case keeps its own for life, so old ones stay here. */
export class ModelRegistry {
  private readonly byHash = new Map<string, CaseModel>();
  private readonly newest = new Map<CaseType, CaseModel>();

  add(definition: CaseDefinition, code: CodeRegistry): this {
    const model = { definition, hash: definitionHash(definition), code };
    this.byHash.set(model.hash, model);
    const known = this.newest.get(definition.type);
    if (known === undefined || known.definition.version <= definition.version) this.newest.set(definition.type, model);
    return this;
  }

  all(): readonly CaseModel[] {
    return [...this.byHash.values()];
  }

  /** @throws RangeError if this release does not know the type */
  newestOf(type: CaseType): CaseModel {
    const model = this.newest.get(type);
    if (model === undefined) throw new RangeError(`this release has no ${type} definition`);
    return model;
  }

  /** @throws RangeError if the case was opened with a definition that this release does not contain */
  ofHash(hash: string): CaseModel {
    const model = this.byHash.get(hash);
    if (model === undefined) throw new RangeError(`this release has no definition ${hash}; deploy one that has`);
    return model;
  }
}

/** Every definition of this release. */
export const models = new ModelRegistry()
  .add(claimDefinition, claimCode)
  .add(complaintDefinition, complaintCode)
  .add(placementDefinition, placementCode);
