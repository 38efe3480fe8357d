// Everything the workflow bundle contains. Named by path: no package may import a workflow (ADR 0006), only this list does.
export * from '../../../workflows/claim/src/index.ts';
