import { describe, expect, test } from '@jest/globals';
import type { CaseState, JsonObject } from '@titian/domain';
import { withoutOfficers } from './family-view.ts';

const state = { actedBy: { approve: 'disnaker-9' } } as unknown as CaseState;
const view: JsonObject = {
  tasks: [{ id: 'verification#1', role: 'district_officer', office: 'disnaker-35.05', officerId: 'disnaker-2' }],
  clocks: [
    {
      ledger: [
        { action: 'started', actorId: 'kades-1' },
        { action: 'stopped', actorId: 'system' },
      ],
    },
  ],
  evidence: [{ item: { attachedBy: 'family-1', verifiedBy: 'disnaker-1' } }],
  facts: { remark: 'disnaker-9' },
  timeline: [
    { data: { actor: { id: 'kades-1', role: 'village_officer', office: 'desa-35.05.08.2003' } } },
    { data: { actor: { id: 'disnaker-1', role: 'district_officer', office: 'disnaker-35.05' } } },
    { data: { actor: { id: 'family-1', role: 'family', office: 'family' } } },
  ],
};

describe('a case as its family sees it', () => {
  const seen = withoutOfficers(view, state);

  test('names no officer anywhere', () => {
    expect(JSON.stringify(seen)).not.toMatch(/kades-1|disnaker-1|disnaker-2|disnaker-9/);
  });

  test('says which office acted, and still who the family and the engine are', () => {
    expect(seen).toEqual({
      tasks: [{ id: 'verification#1', role: 'district_officer', office: 'disnaker-35.05', officerId: 'officer' }],
      clocks: [
        {
          ledger: [
            { action: 'started', actorId: 'desa-35.05.08.2003' },
            { action: 'stopped', actorId: 'system' },
          ],
        },
      ],
      evidence: [{ item: { attachedBy: 'family-1', verifiedBy: 'disnaker-35.05' } }],
      facts: { remark: 'officer' },
      timeline: [
        { data: { actor: { id: 'desa-35.05.08.2003', role: 'village_officer', office: 'desa-35.05.08.2003' } } },
        { data: { actor: { id: 'disnaker-35.05', role: 'district_officer', office: 'disnaker-35.05' } } },
        { data: { actor: { id: 'family-1', role: 'family', office: 'family' } } },
      ],
    });
  });
});
