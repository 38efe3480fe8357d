import { z } from 'zod';
import { complaintInputs } from '@titian/domain';
import { possibleDuplicates, wantedCase } from './claim-facts.v1.ts';

const report = complaintInputs['opening@1'].omit({ areaCode: true }).shape;
const { unit } = complaintInputs['unit@1'].shape;
const { sessionDay } = complaintInputs['session@1'].shape;
const { reference } = complaintInputs['handover@1'].shape;
const { body, severity, category } = complaintInputs['disposition@1'].shape;

/** Facts of a complaint by name; as for a claim, a fact that is not listed is not published. */
export const complaintFacts = z
  .strictObject({
    ...report,
    category: category.nullable(),
    possibleDuplicates,
    duplicatesCleared: z.array(z.uuid()),
    infoRequest: complaintInputs['infoRequest@1'],
    void: complaintInputs['reason@1'],
    disposition: z.strictObject({ body: body.nullable(), severity: severity.nullable() }),
    handoverReference: reference.nullable(),
    unit: unit.nullable(),
    findings: z.array(complaintInputs['finding@1']),
    sessionDay: sessionDay.nullable(),
    usedMinutes: z.uuid().nullable(),
    resolution: z.union([complaintInputs['resolution@1'], complaintInputs['settlement@1']]).nullable(),
    objection: complaintInputs['objection@1'],
    review: complaintInputs['review@1'],
    appeal: complaintInputs['appeal@1'],
    linkedCase: wantedCase.nullable(),
    linkedCaseRefusal: complaintInputs['linkedCaseRefusal@1'].shape.refusal.nullable(),
  })
  .partial();
