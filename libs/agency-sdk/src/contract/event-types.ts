// Made by infra/build/generate.mjs from the catalogue in libs/events: run `npm run generate`.

/* eslint-disable */

/** What each event tells, by its type. */

export interface EventData {
  /** A case was opened. */
  'titian.case.opened.v1': TitianCaseOpenedV1;
  /** The case entered a stage. */
  'titian.stage.entered.v1': TitianStageEnteredV1;
  /** The case waits; named clocks stand still. */
  'titian.case.suspended.v1': TitianCaseSuspendedV1;
  /** The case goes on. */
  'titian.case.resumed.v1': TitianCaseResumedV1;
  /** The case was closed with an outcome. */
  'titian.case.closed.v1': TitianCaseClosedV1;
  /** The case was opened again. */
  'titian.case.reopened.v1': TitianCaseReopenedV1;
  /** The case was linked with another. */
  'titian.case.linked.v1': TitianCaseLinkedV1;
  /** Facts were recorded. */
  'titian.facts.recorded.v1': TitianFactsRecordedV1;
  /** A flag was raised. */
  'titian.flag.raised.v1': TitianFlagRaisedV1;
  /** A flag was cleared. */
  'titian.flag.cleared.v1': TitianFlagClearedV1;
  /** A milestone was reached. */
  'titian.milestone.reached.v1': TitianMilestoneReachedV1;
  /** Another office holds the case now. */
  'titian.custody.moved.v1': TitianCustodyMovedV1;
  /** A post was climbed over: nobody holds it, or everybody there keeps out of the case. */
  'titian.post.passed.v1': TitianPostPassedV1;
  /** Help, or the case itself, was offered to another body; custody has not moved. */
  'titian.offer.made.v1': TitianOfferMadeV1;
  /** An offer was taken up. */
  'titian.offer.accepted.v1': TitianOfferAcceptedV1;
  /** An offer was declined, recalled, given back or not answered in time. */
  'titian.offer.ended.v1': TitianOfferEndedV1;
  /** An officer keeps out of the case. */
  'titian.conflict.declared.v1': TitianConflictDeclaredV1;
  /** An officer no longer keeps out of the case. */
  'titian.conflict.lifted.v1': TitianConflictLiftedV1;
  /** A rung of the ladder was climbed. */
  'titian.case.escalated.v1': TitianCaseEscalatedV1;
  /** A rung was climbed over because nobody there can act: the post is empty, its people are away, or all keep out. */
  'titian.rung.vacant.v1': TitianRungVacantV1;
  /** The family is told of bodies outside to which it may turn. Nothing was sent to them. */
  'titian.outward.offered.v1': TitianOutwardOfferedV1;
  /** A clock started. */
  'titian.clock.started.v1': TitianClockStartedV1;
  /** A clock stands still. */
  'titian.clock.paused.v1': TitianClockPausedV1;
  /** A clock runs again. */
  'titian.clock.resumed.v1': TitianClockResumedV1;
  /** A clock was stopped for good. */
  'titian.clock.stopped.v1': TitianClockStoppedV1;
  /** A clock counts by another version of the calendar, and a moment of it moves. */
  'titian.clock.recalendared.v1': TitianClockRecalendaredV1;
  /** A clock passed a warning threshold. */
  'titian.clock.warned.v1': TitianClockWarnedV1;
  /** A clock passed its due instant. */
  'titian.clock.breached.v1': TitianClockBreachedV1;
  /** Work was asked of an office. */
  'titian.task.opened.v1': TitianTaskOpenedV1;
  /** An officer took a task, or released it (null). */
  'titian.task.assigned.v1': TitianTaskAssignedV1;
  /** A task was completed by the command that moved the case. */
  'titian.task.completed.v1': TitianTaskCompletedV1;
  /** A task is no longer needed. */
  'titian.task.cancelled.v1': TitianTaskCancelledV1;
  /** A paper was attached. */
  'titian.evidence.attached.v1': TitianEvidenceAttachedV1;
  /** A paper was verified. */
  'titian.evidence.verified.v1': TitianEvidenceVerifiedV1;
  /** A paper was returned. */
  'titian.evidence.returned.v1': TitianEvidenceReturnedV1;
  /** An amount of a benefit line changed; asked, verified, decided and paid are kept apart. */
  'titian.line.changed.v1': TitianLineChangedV1;
  /** A payment order of one line and one payee was made, or what became of it was told. Which account is not said. */
  'titian.payment.changed.v1': TitianPaymentChangedV1;
  /** Work outside the case was asked for. */
  'titian.attempt.requested.v1': TitianAttemptRequestedV1;
  /** Work outside the case was answered. */
  'titian.attempt.answered.v1': TitianAttemptAnsweredV1;
  /** Start a pre-check. */
  'titian.claim.precheck-started.v1': TitianClaimPrecheckStartedV1;
  /** Record facts and calculate again. */
  'titian.claim.precheck-recorded.v1': TitianClaimPrecheckRecordedV1;
  /** Go on: report the accident (stage I). */
  'titian.claim.reported-after-precheck.v1': TitianClaimReportedAfterPrecheckV1;
  /** Go on: a one-stage claim. */
  'titian.claim.opened-after-precheck.v1': TitianClaimOpenedAfterPrecheckV1;
  /** Report the accident (stage I). */
  'titian.claim.reported.v1': TitianClaimReportedV1;
  /** Open a one-stage claim. */
  'titian.claim.opened.v1': TitianClaimOpenedV1;
  /** Record the outcome of the accident (stage II). */
  'titian.claim.phase-two-recorded.v1': TitianClaimPhaseTwoRecordedV1;
  /** Attach a paper. */
  'titian.claim.evidence-added.v1': TitianClaimEvidenceAddedV1;
  /** Use a substitute paper. */
  'titian.claim.substitute-used.v1': TitianClaimSubstituteUsedV1;
  /** Certify a copy. */
  'titian.claim.item-certified.v1': TitianClaimItemCertifiedV1;
  /** Record the heirs. */
  'titian.claim.heirs-recorded.v1': TitianClaimHeirsRecordedV1;
  /** Record the account of the payee. */
  'titian.claim.payee-recorded.v1': TitianClaimPayeeRecordedV1;
  /** Record the membership. */
  'titian.claim.membership-recorded.v1': TitianClaimMembershipRecordedV1;
  /** Ask the family for what is missing. */
  'titian.claim.information-requested.v1': TitianClaimInformationRequestedV1;
  /** What was missing has come. */
  'titian.claim.information-received.v1': TitianClaimInformationReceivedV1;
  /** The file is complete. */
  'titian.claim.completed.v1': TitianClaimCompletedV1;
  /** Ask a third party for a paper. */
  'titian.claim.paper-requested.v1': TitianClaimPaperRequestedV1;
  /** The paper of the third party has come. */
  'titian.claim.paper-arrived.v1': TitianClaimPaperArrivedV1;
  /** Record that the issuer refuses. */
  'titian.claim.paper-refused.v1': TitianClaimPaperRefusedV1;
  /** Cancel the request of a paper. */
  'titian.claim.paper-request-cancelled.v1': TitianClaimPaperRequestCancelledV1;
  /** Put the refusals in place of the paper. */
  'titian.claim.refusals-relied-on.v1': TitianClaimRefusalsReliedOnV1;
  /** Verify a paper. */
  'titian.claim.item-verified.v1': TitianClaimItemVerifiedV1;
  /** Return a paper. */
  'titian.claim.item-returned.v1': TitianClaimItemReturnedV1;
  /** Approve the file. */
  'titian.claim.file-approved.v1': TitianClaimFileApprovedV1;
  /** Second check. */
  'titian.claim.file-checked.v1': TitianClaimFileCheckedV1;
  /** Submit to the insurer. */
  'titian.claim.submitted.v1': TitianClaimSubmittedV1;
  /** Send the stage I report to the insurer. */
  'titian.claim.accident-report-sent.v1': TitianClaimAccidentReportSentV1;
  /** The insurer has the stage I report. */
  'titian.claim.accident-report-received.v1': TitianClaimAccidentReportReceivedV1;
  /** Record treatment. */
  'titian.claim.treatment-recorded.v1': TitianClaimTreatmentRecordedV1;
  /** The file is ready for the insurer’s counter. */
  'titian.claim.filing-prepared.v1': TitianClaimFilingPreparedV1;
  /** A like claim was found before submitting. */
  'titian.claim.duplicate-found.v1': TitianClaimDuplicateFoundV1;
  /** It is no duplicate. */
  'titian.claim.duplicate-cleared.v1': TitianClaimDuplicateClearedV1;
  /** Received by the insurer. */
  'titian.claim.received-by-insurer.v1': TitianClaimReceivedByInsurerV1;
  /** Refused at the insurer’s counter. */
  'titian.claim.intake-refused.v1': TitianClaimIntakeRefusedV1;
  /** The insurer asks for a paper. */
  'titian.claim.insurer-requested-information.v1': TitianClaimInsurerRequestedInformationV1;
  /** Answer the insurer. */
  'titian.claim.insurer-answered.v1': TitianClaimInsurerAnsweredV1;
  /** The insurer has the answer. */
  'titian.claim.information-delivered.v1': TitianClaimInformationDeliveredV1;
  /** Approved in full. */
  'titian.claim.approved.v1': TitianClaimApprovedV1;
  /** Approved in part. */
  'titian.claim.approved-in-part.v1': TitianClaimApprovedInPartV1;
  /** Rejected. */
  'titian.claim.rejected.v1': TitianClaimRejectedV1;
  /** Accept the decision. */
  'titian.claim.decision-accepted.v1': TitianClaimDecisionAcceptedV1;
  /** Everything is paid. */
  'titian.claim.settled.v1': TitianClaimSettledV1;
  /** The insurer reverses its decision. */
  'titian.claim.decision-reversed.v1': TitianClaimDecisionReversedV1;
  /** Accept the rejection. */
  'titian.claim.rejection-accepted.v1': TitianClaimRejectionAcceptedV1;
  /** Object to the decision. */
  'titian.claim.objected.v1': TitianClaimObjectedV1;
  /** Object to the rest. */
  'titian.claim.objected-to-rest.v1': TitianClaimObjectedToRestV1;
  /** The insurer has the objection. */
  'titian.claim.objection-delivered.v1': TitianClaimObjectionDeliveredV1;
  /** The decision stands. */
  'titian.claim.decision-maintained.v1': TitianClaimDecisionMaintainedV1;
  /** The insurer’s list differs. */
  'titian.claim.insurer-differs.v1': TitianClaimInsurerDiffersV1;
  /** The difference with the insurer is settled. */
  'titian.claim.insurer-difference-settled.v1': TitianClaimInsurerDifferenceSettledV1;
  /** Payment ordered. */
  'titian.claim.payment-ordered.v1': TitianClaimPaymentOrderedV1;
  /** The insurer has the payment orders. */
  'titian.claim.orders-delivered.v1': TitianClaimOrdersDeliveredV1;
  /** Paid. */
  'titian.claim.paid.v1': TitianClaimPaidV1;
  /** A part is paid. */
  'titian.claim.paid-in-part.v1': TitianClaimPaidInPartV1;
  /** Payment failed. */
  'titian.claim.payment-failed.v1': TitianClaimPaymentFailedV1;
  /** The payment came back. */
  'titian.claim.payment-returned.v1': TitianClaimPaymentReturnedV1;
  /** Explain a difference in the payment. */
  'titian.claim.difference-explained.v1': TitianClaimDifferenceExplainedV1;
  /** Explain amounts that do not add up. */
  'titian.claim.amounts-explained.v1': TitianClaimAmountsExplainedV1;
  /** Verify the account of the payee. */
  'titian.claim.account-verified.v1': TitianClaimAccountVerifiedV1;
  /** Order the payment again. */
  'titian.claim.payment-reordered.v1': TitianClaimPaymentReorderedV1;
  /** Hold a payee back. */
  'titian.claim.payee-blocked.v1': TitianClaimPayeeBlockedV1;
  /** The money has arrived. */
  'titian.claim.receipt-confirmed.v1': TitianClaimReceiptConfirmedV1;
  /** One payee has the money. */
  'titian.claim.receipt-confirmed-in-part.v1': TitianClaimReceiptConfirmedInPartV1;
  /** The money has not arrived. */
  'titian.claim.receipt-disputed.v1': TitianClaimReceiptDisputedV1;
  /** The insurer proves the payment. */
  'titian.claim.dispute-settled.v1': TitianClaimDisputeSettledV1;
  /** This year’s scholarship has arrived. */
  'titian.claim.school-year-confirmed.v1': TitianClaimSchoolYearConfirmedV1;
  /** Begin the next year of scholarship. */
  'titian.claim.school-year-begun.v1': TitianClaimSchoolYearBegunV1;
  /** The child has left school. */
  'titian.claim.school-left.v1': TitianClaimSchoolLeftV1;
  /** Ask another body for help. */
  'titian.claim.referred.v1': TitianClaimReferredV1;
  /** Accept the referral. */
  'titian.claim.referral-accepted.v1': TitianClaimReferralAcceptedV1;
  /** Decline the referral. */
  'titian.claim.referral-declined.v1': TitianClaimReferralDeclinedV1;
  /** Return the referral. */
  'titian.claim.referral-returned.v1': TitianClaimReferralReturnedV1;
  /** Transfer to another body. */
  'titian.claim.transfer-offered.v1': TitianClaimTransferOfferedV1;
  /** Accept the transfer. */
  'titian.claim.transfer-accepted.v1': TitianClaimTransferAcceptedV1;
  /** Decline the transfer. */
  'titian.claim.transfer-declined.v1': TitianClaimTransferDeclinedV1;
  /** Take the transfer back. */
  'titian.claim.transfer-recalled.v1': TitianClaimTransferRecalledV1;
  /** Withdraw the claim. */
  'titian.claim.withdrawn.v1': TitianClaimWithdrawnV1;
  /** Withdraw a claim the insurer has. */
  'titian.claim.withdrawal-sent.v1': TitianClaimWithdrawalSentV1;
  /** The insurer lets the claim go. */
  'titian.claim.withdrawal-accepted.v1': TitianClaimWithdrawalAcceptedV1;
  /** The insurer goes on with the claim. */
  'titian.claim.withdrawal-refused.v1': TitianClaimWithdrawalRefusedV1;
  /** Reopen. */
  'titian.claim.reopened.v1': TitianClaimReopenedV1;
  /** Add a note. */
  'titian.claim.noted.v1': TitianClaimNotedV1;
  /** Tell the family. */
  'titian.claim.family-told.v1': TitianClaimFamilyToldV1;
  /** Link with another case. */
  'titian.claim.linked.v1': TitianClaimLinkedV1;
  /** The child case is open. */
  'titian.claim.linked-case-opened.v1': TitianClaimLinkedCaseOpenedV1;
  /** The child case could not be opened. */
  'titian.claim.linked-case-refused.v1': TitianClaimLinkedCaseRefusedV1;
  /** Wait for another party. */
  'titian.claim.waiting-for-other.v1': TitianClaimWaitingForOtherV1;
  /** Hold for the law. */
  'titian.claim.held-legally.v1': TitianClaimHeldLegallyV1;
  /** Resume. */
  'titian.claim.resumed.v1': TitianClaimResumedV1;
  /** Climb the ladder by hand. */
  'titian.claim.escalated-by-hand.v1': TitianClaimEscalatedByHandV1;
  /** Mark as urgent. */
  'titian.claim.marked-urgent.v1': TitianClaimMarkedUrgentV1;
  /** Suspect a duplicate. */
  'titian.claim.duplicate-suspected.v1': TitianClaimDuplicateSuspectedV1;
  /** Flag a suspected fraud. */
  'titian.claim.fraud-suspected.v1': TitianClaimFraudSuspectedV1;
  /** Clear the suspicion of fraud. */
  'titian.claim.fraud-cleared.v1': TitianClaimFraudClearedV1;
  /** Propose to void it. */
  'titian.claim.void-proposed.v1': TitianClaimVoidProposedV1;
  /** Agree to void it. */
  'titian.claim.voided.v1': TitianClaimVoidedV1;
  /** Refuse to void it. */
  'titian.claim.void-refused.v1': TitianClaimVoidRefusedV1;
  /** Close as expired. */
  'titian.claim.expired.v1': TitianClaimExpiredV1;
  /** Record an appeal. */
  'titian.claim.appeal-filed.v1': TitianClaimAppealFiledV1;
  /** Open the scholarship of a child. */
  'titian.claim.scholarship-wanted.v1': TitianClaimScholarshipWantedV1;
  /** Record the search for the same worker. */
  'titian.claim.duplicates-searched.v1': TitianClaimDuplicatesSearchedV1;
  /** It is the same worker. */
  'titian.claim.same-worker-confirmed.v1': TitianClaimSameWorkerConfirmedV1;
  /** Start a draft. */
  'titian.complaint.draft-opened.v1': TitianComplaintDraftOpenedV1;
  /** Change the draft. */
  'titian.complaint.draft-changed.v1': TitianComplaintDraftChangedV1;
  /** Discard the draft. */
  'titian.complaint.draft-discarded.v1': TitianComplaintDraftDiscardedV1;
  /** Send the complaint. */
  'titian.complaint.submitted.v1': TitianComplaintSubmittedV1;
  /** File a complaint. */
  'titian.complaint.filed.v1': TitianComplaintFiledV1;
  /** Acknowledge. */
  'titian.complaint.acknowledged.v1': TitianComplaintAcknowledgedV1;
  /** Mark as urgent. */
  'titian.complaint.marked-urgent.v1': TitianComplaintMarkedUrgentV1;
  /** The family was reached. */
  'titian.complaint.family-reached.v1': TitianComplaintFamilyReachedV1;
  /** The file is complete. */
  'titian.complaint.completed.v1': TitianComplaintCompletedV1;
  /** Ask the family for what is missing. */
  'titian.complaint.information-requested.v1': TitianComplaintInformationRequestedV1;
  /** What was missing has come. */
  'titian.complaint.information-received.v1': TitianComplaintInformationReceivedV1;
  /** Close for want of an answer. */
  'titian.complaint.closed-unanswered.v1': TitianComplaintClosedUnansweredV1;
  /** Suspect a duplicate. */
  'titian.complaint.duplicate-suspected.v1': TitianComplaintDuplicateSuspectedV1;
  /** Record the search for the same worker. */
  'titian.complaint.duplicates-searched.v1': TitianComplaintDuplicatesSearchedV1;
  /** It is the same worker. */
  'titian.complaint.same-worker-confirmed.v1': TitianComplaintSameWorkerConfirmedV1;
  /** It is another worker. */
  'titian.complaint.duplicate-dismissed.v1': TitianComplaintDuplicateDismissedV1;
  /** Propose to void it. */
  'titian.complaint.void-proposed.v1': TitianComplaintVoidProposedV1;
  /** Agree to void it. */
  'titian.complaint.voided.v1': TitianComplaintVoidedV1;
  /** Refuse to void it. */
  'titian.complaint.void-refused.v1': TitianComplaintVoidRefusedV1;
  /** Give it to the competent body. */
  'titian.complaint.disposed.v1': TitianComplaintDisposedV1;
  /** Ask another body for help. */
  'titian.complaint.referred.v1': TitianComplaintReferredV1;
  /** Accept the referral. */
  'titian.complaint.referral-accepted.v1': TitianComplaintReferralAcceptedV1;
  /** Decline the referral. */
  'titian.complaint.referral-declined.v1': TitianComplaintReferralDeclinedV1;
  /** Return the referral. */
  'titian.complaint.referral-returned.v1': TitianComplaintReferralReturnedV1;
  /** Transfer to another body. */
  'titian.complaint.transfer-offered.v1': TitianComplaintTransferOfferedV1;
  /** Accept the transfer. */
  'titian.complaint.transfer-accepted.v1': TitianComplaintTransferAcceptedV1;
  /** Decline the transfer. */
  'titian.complaint.transfer-declined.v1': TitianComplaintTransferDeclinedV1;
  /** Take the transfer back. */
  'titian.complaint.transfer-recalled.v1': TitianComplaintTransferRecalledV1;
  /** Not competent. */
  'titian.complaint.found-not-competent.v1': TitianComplaintFoundNotCompetentV1;
  /** Record the handover to a body outside. */
  'titian.complaint.handed-over.v1': TitianComplaintHandedOverV1;
  /** Record what the body outside did. */
  'titian.complaint.outside-result-recorded.v1': TitianComplaintOutsideResultRecordedV1;
  /** Assign a unit. */
  'titian.complaint.unit-assigned.v1': TitianComplaintUnitAssignedV1;
  /** Record a finding. */
  'titian.complaint.finding-recorded.v1': TitianComplaintFindingRecordedV1;
  /** Record the first clarification. */
  'titian.complaint.first-clarified.v1': TitianComplaintFirstClarifiedV1;
  /** Record the second clarification. */
  'titian.complaint.second-clarified.v1': TitianComplaintSecondClarifiedV1;
  /** The commitment was kept. */
  'titian.complaint.commitment-kept.v1': TitianComplaintCommitmentKeptV1;
  /** Recommend a sanction. */
  'titian.complaint.sanction-recommended.v1': TitianComplaintSanctionRecommendedV1;
  /** Propose to cash the company’s deposit. */
  'titian.complaint.deposit-claimed.v1': TitianComplaintDepositClaimedV1;
  /** Start a mediation. */
  'titian.complaint.mediation-started.v1': TitianComplaintMediationStartedV1;
  /** The parties agree. */
  'titian.complaint.settled.v1': TitianComplaintSettledV1;
  /** The mediation failed. */
  'titian.complaint.mediation-failed.v1': TitianComplaintMediationFailedV1;
  /** Propose a resolution. */
  'titian.complaint.resolution-proposed.v1': TitianComplaintResolutionProposedV1;
  /** Accept the resolution. */
  'titian.complaint.resolution-accepted.v1': TitianComplaintResolutionAcceptedV1;
  /** Reject the resolution. */
  'titian.complaint.resolution-rejected.v1': TitianComplaintResolutionRejectedV1;
  /** Close after silence. */
  'titian.complaint.closed-after-silence.v1': TitianComplaintClosedAfterSilenceV1;
  /** Object to the resolution. */
  'titian.complaint.objected.v1': TitianComplaintObjectedV1;
  /** The resolution stands. */
  'titian.complaint.objection-dismissed.v1': TitianComplaintObjectionDismissedV1;
  /** The resolution is overturned. */
  'titian.complaint.objection-granted.v1': TitianComplaintObjectionGrantedV1;
  /** Reopen. */
  'titian.complaint.reopened.v1': TitianComplaintReopenedV1;
  /** Attach a paper. */
  'titian.complaint.evidence-added.v1': TitianComplaintEvidenceAddedV1;
  /** Wait for another party. */
  'titian.complaint.waiting-for-other.v1': TitianComplaintWaitingForOtherV1;
  /** Hold for the law. */
  'titian.complaint.held-legally.v1': TitianComplaintHeldLegallyV1;
  /** Begin litigation. */
  'titian.complaint.litigation-begun.v1': TitianComplaintLitigationBegunV1;
  /** Resume. */
  'titian.complaint.resumed.v1': TitianComplaintResumedV1;
  /** Change the category. */
  'titian.complaint.category-changed.v1': TitianComplaintCategoryChangedV1;
  /** Open a claim of social security. */
  'titian.complaint.claim-wanted.v1': TitianComplaintClaimWantedV1;
  /** Add a note. */
  'titian.complaint.noted.v1': TitianComplaintNotedV1;
  /** Tell the family. */
  'titian.complaint.family-told.v1': TitianComplaintFamilyToldV1;
  /** Link with another case. */
  'titian.complaint.linked.v1': TitianComplaintLinkedV1;
  /** The claim is open. */
  'titian.complaint.linked-case-opened.v1': TitianComplaintLinkedCaseOpenedV1;
  /** The claim could not be opened. */
  'titian.complaint.linked-case-refused.v1': TitianComplaintLinkedCaseRefusedV1;
  /** Climb the ladder by hand. */
  'titian.complaint.escalated-by-hand.v1': TitianComplaintEscalatedByHandV1;
  /** Record an appeal. */
  'titian.complaint.appeal-filed.v1': TitianComplaintAppealFiledV1;
  /** Withdraw the complaint. */
  'titian.complaint.withdrawn.v1': TitianComplaintWithdrawnV1;
  /** Ask to withdraw. */
  'titian.complaint.withdrawal-requested.v1': TitianComplaintWithdrawalRequestedV1;
  /** Agree to the withdrawal. */
  'titian.complaint.withdrawal-granted.v1': TitianComplaintWithdrawalGrantedV1;
  /** Refuse the withdrawal. */
  'titian.complaint.withdrawal-denied.v1': TitianComplaintWithdrawalDeniedV1;
  /** Register a candidate. */
  'titian.placement.candidate-registered.v1': TitianPlacementCandidateRegisteredV1;
  /** The data of the candidate are verified. */
  'titian.placement.candidate-confirmed.v1': TitianPlacementCandidateConfirmedV1;
  /** Correct the plan. */
  'titian.placement.plan-corrected.v1': TitianPlacementPlanCorrectedV1;
  /** Attach a paper. */
  'titian.placement.evidence-added.v1': TitianPlacementEvidenceAddedV1;
  /** Verify a paper. */
  'titian.placement.item-verified.v1': TitianPlacementItemVerifiedV1;
  /** Return a paper. */
  'titian.placement.item-returned.v1': TitianPlacementItemReturnedV1;
  /** Take note of the permit of the family. */
  'titian.placement.permit-acknowledged.v1': TitianPlacementPermitAcknowledgedV1;
  /** Record the orientation. */
  'titian.placement.orientation-attended.v1': TitianPlacementOrientationAttendedV1;
  /** Record the contract. */
  'titian.placement.contract-recorded.v1': TitianPlacementContractRecordedV1;
  /** Record the premium for the time before work. */
  'titian.placement.before-premium-paid.v1': TitianPlacementBeforePremiumPaidV1;
  /** Record the premium for the time of work and after. */
  'titian.placement.premium-paid.v1': TitianPlacementPremiumPaidV1;
  /** Schedule the departure. */
  'titian.placement.departure-scheduled.v1': TitianPlacementDepartureScheduledV1;
  /** Record the departure with complete papers. */
  'titian.placement.departed.v1': TitianPlacementDepartedV1;
  /** Record a departure with something missing. */
  'titian.placement.departed-incomplete.v1': TitianPlacementDepartedIncompleteV1;
  /** Record that the departure failed. */
  'titian.placement.departure-failed.v1': TitianPlacementDepartureFailedV1;
  /** Withdraw by own wish. */
  'titian.placement.withdrawn.v1': TitianPlacementWithdrawnV1;
  /** Decide on what was missing at the departure. */
  'titian.placement.gaps-accepted.v1': TitianPlacementGapsAcceptedV1;
  /** Mark as urgent. */
  'titian.placement.marked-urgent.v1': TitianPlacementMarkedUrgentV1;
  /** Register a worker who has left already. */
  'titian.placement.found-abroad.v1': TitianPlacementFoundAbroadV1;
  /** Record news of the worker. */
  'titian.placement.news-received.v1': TitianPlacementNewsReceivedV1;
  /** Record an extension of the contract. */
  'titian.placement.contract-extended.v1': TitianPlacementContractExtendedV1;
  /** Record a change of the contract. */
  'titian.placement.contract-changed.v1': TitianPlacementContractChangedV1;
  /** Record the new premium. */
  'titian.placement.premium-renewed.v1': TitianPlacementPremiumRenewedV1;
  /** The premium is not renewed. */
  'titian.placement.cover-let-lapse.v1': TitianPlacementCoverLetLapseV1;
  /** Record a leave in Indonesia. */
  'titian.placement.leave-recorded.v1': TitianPlacementLeaveRecordedV1;
  /** Record the return. */
  'titian.placement.returned.v1': TitianPlacementReturnedV1;
  /** Record the witnessed handover. */
  'titian.placement.handed-over.v1': TitianPlacementHandedOverV1;
  /** Arrived at home. */
  'titian.placement.home-confirmed.v1': TitianPlacementHomeConfirmedV1;
  /** Record the death. */
  'titian.placement.death-recorded.v1': TitianPlacementDeathRecordedV1;
  /** Close after the death. */
  'titian.placement.closed-after-death.v1': TitianPlacementClosedAfterDeathV1;
  /** Close the placement. */
  'titian.placement.completed.v1': TitianPlacementCompletedV1;
  /** Suspect the same worker. */
  'titian.placement.duplicate-suspected.v1': TitianPlacementDuplicateSuspectedV1;
  /** Record the search for the same worker. */
  'titian.placement.duplicates-searched.v1': TitianPlacementDuplicatesSearchedV1;
  /** It is the same worker. */
  'titian.placement.same-worker-confirmed.v1': TitianPlacementSameWorkerConfirmedV1;
  /** It is another worker. */
  'titian.placement.duplicate-dismissed.v1': TitianPlacementDuplicateDismissedV1;
  /** Propose to void it. */
  'titian.placement.void-proposed.v1': TitianPlacementVoidProposedV1;
  /** Agree to void it. */
  'titian.placement.voided.v1': TitianPlacementVoidedV1;
  /** Refuse to void it. */
  'titian.placement.void-refused.v1': TitianPlacementVoidRefusedV1;
  /** Ask another body for help. */
  'titian.placement.referred.v1': TitianPlacementReferredV1;
  /** Accept the referral. */
  'titian.placement.referral-accepted.v1': TitianPlacementReferralAcceptedV1;
  /** Decline the referral. */
  'titian.placement.referral-declined.v1': TitianPlacementReferralDeclinedV1;
  /** Return the referral. */
  'titian.placement.referral-returned.v1': TitianPlacementReferralReturnedV1;
  /** Transfer to another body. */
  'titian.placement.transfer-offered.v1': TitianPlacementTransferOfferedV1;
  /** Accept the transfer. */
  'titian.placement.transfer-accepted.v1': TitianPlacementTransferAcceptedV1;
  /** Decline the transfer. */
  'titian.placement.transfer-declined.v1': TitianPlacementTransferDeclinedV1;
  /** Take the transfer back. */
  'titian.placement.transfer-recalled.v1': TitianPlacementTransferRecalledV1;
  /** Open a claim of social security. */
  'titian.placement.claim-wanted.v1': TitianPlacementClaimWantedV1;
  /** Link with another case. */
  'titian.placement.linked.v1': TitianPlacementLinkedV1;
  /** The claim is open. */
  'titian.placement.linked-case-opened.v1': TitianPlacementLinkedCaseOpenedV1;
  /** The claim could not be opened. */
  'titian.placement.linked-case-refused.v1': TitianPlacementLinkedCaseRefusedV1;
  /** Climb the ladder by hand. */
  'titian.placement.escalated-by-hand.v1': TitianPlacementEscalatedByHandV1;
  /** Add a note. */
  'titian.placement.noted.v1': TitianPlacementNotedV1;
  /** Tell the family. */
  'titian.placement.family-told.v1': TitianPlacementFamilyToldV1;
  /** Reopen. */
  'titian.placement.reopened.v1': TitianPlacementReopenedV1;
}

/**
 * A case was opened.
 */
export interface TitianCaseOpenedV1 {
  type: 'complaint' | 'claim' | 'placement' | (string & {});
  number: string;
  definition: {
    type: 'complaint' | 'claim' | 'placement' | (string & {});
    version: number;
    hash: string;
  };
  /**
   * Village code of the interior ministry
   */
  area: string;
  zone: 'WIB' | 'WITA' | 'WIT' | (string & {});
  stage: string;
  custody: {
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  openedAt: string;
}

/**
 * The case entered a stage.
 */
export interface TitianStageEnteredV1 {
  from: string;
  stage: string;
}

/**
 * The case waits; named clocks stand still.
 */
export interface TitianCaseSuspendedV1 {
  suspension: string;
}

/**
 * The case goes on.
 */
export interface TitianCaseResumedV1 {
  suspension: string;
}

/**
 * The case was closed with an outcome.
 */
export interface TitianCaseClosedV1 {
  outcome: string;
}

/**
 * The case was opened again.
 */
export interface TitianCaseReopenedV1 {}

/**
 * The case was linked with another.
 */
export interface TitianCaseLinkedV1 {
  caseId: string;
  relation:
    'complaint' | 'claim' | 'placement' | 'same_worker' | 'scholarship' | 'child' | 'parent' | 'appeal' | (string & {});
}

/**
 * Facts were recorded.
 */
export interface TitianFactsRecordedV1 {
  facts:
    | {
        /**
         * Claim type, e.g. JKK_RAWAT_LN
         */
        claimType?:
          | 'JKK_RAWAT_LN'
          | 'JKK_RAWAT_RI'
          | 'JKK_MENINGGAL'
          | 'JKK_CACAT_SEBAGIAN'
          | 'JKK_CACAT_TOTAL'
          | 'JKK_PHK_KECELAKAAN'
          | 'JKK_GAGAL_BERANGKAT'
          | 'JKK_KERUGIAN_PULANG'
          | 'JKK_GAGAL_DITEMPATKAN'
          | 'JKK_TIDAK_SESUAI_PK'
          | 'JKK_PHK_SEPIHAK'
          | 'JKK_PEMERKOSAAN'
          | 'JKK_PEMULANGAN'
          | 'JKM_SEBELUM'
          | 'JKM_SELAMA'
          | 'JKM_SETELAH'
          | 'JHT_MENINGGAL'
          | 'JHT_CACAT_TOTAL'
          | 'JHT_USIA_56'
          | 'JHT_GAGAL_BERANGKAT'
          | 'BEASISWA'
          | (string & {});
        /**
         * Day of the accident, death or other event, where it happened
         */
        riskDay?: string;
        riskCountry?: string;
        receivedAt?: string;
        reporter?: {
          relation:
            | 'PARTICIPANT'
            | 'FAMILY'
            | 'PLACEMENT_AGENCY'
            | 'HEALTH_FACILITY'
            | 'DIRECTOR_GENERAL'
            | 'BP2MI'
            | 'PROVINCE_LABOUR_OFFICE'
            | 'DISTRICT_LABOUR_OFFICE'
            | (string & {});
        };
        /**
         * Signs of danger; any one makes the claim urgent
         */
        urgentSigns?:
          'DANGER' | 'DETENTION' | 'VIOLENCE' | 'TRAFFICKING' | 'CRITICAL_ILLNESS' | 'DEATH' | (string & {})[];
        /**
         * Who the worker is (statement store)
         */
        subject?: {
          statementId: string;
          digest: string;
        };
        /**
         * What happened, in words (statement store)
         */
        account?: {
          statementId: string;
          digest: string;
        };
        circumstances?: {
          /**
           * A death by a work accident
           */
          byAccident?: boolean;
          /**
           * On leave in Indonesia during the contract
           */
          onLeave?: boolean;
          lostAtSea?: boolean;
          /**
           * The host country's insurance paid a part
           */
          hostInsurancePaid?: boolean;
          /**
           * The worker or the family paid the journey home
           */
          journeyPaid?: boolean;
          causedBy?: 'WORKER' | 'PLACER' | 'GOVERNMENT_POLICY' | 'OTHER' | (string & {});
          againstOwnWill?: boolean;
          /**
           * A crime found proven
           */
          proven?: boolean;
          crimeOrDrugs?: boolean;
          disability?: {
            kind: 'NONE' | 'PARTIAL_ANATOMICAL' | 'PARTIAL_FUNCTIONAL' | 'TOTAL' | (string & {});
            /**
             * Share of the table: 39,5% = 3950
             */
            basisPoints?: number;
            declaredByDoctor?: boolean;
          };
          dismissal?: {
            afterAccident?: boolean;
            serviceMonths?: number;
            excludedBy?:
              'NONE' | 'CONTRACT_ENDED' | 'LEAVE' | 'SICKNESS' | 'DEPORTED' | 'CRIME' | 'RAN_AWAY' | (string & {});
          };
        };
        /**
         * Every contract known; an empty list: never insured; absent: nobody has looked
         */
        coverage?: {
          /**
           * By BP2MI or a placement company, or by oneself
           */
          placement?: 'PLACED' | 'PERSEORANGAN' | (string & {});
          /**
           * Premium for the time before work
           */
          paidBeforeOn?: string | null;
          /**
           * Premium for the time during and after work
           */
          paidDuringOn?: string | null;
          /**
           * Months of work that the premium pays for
           */
          paidMonths?: number;
          /**
           * Left Indonesia; null: has not left
           */
          embarkedOn?: string | null;
          /**
           * Came back; null: is still away
           */
          debarkedOn?: string | null;
          /**
           * Reached the home area; null: not yet
           */
          arrivedHomeOn?: string | null;
          contractStartsOn?: string | null;
          /**
           * End of the contract that is registered and paid for
           */
          contractEndsOn?: string | null;
          contractChanged?: 'NO' | 'EMPLOYER' | 'TERM' | 'OTHER' | (string & {});
          jhtMember?: boolean;
          /**
           * First day on the member card
           */
          memberFrom?: string;
          memberUntil?: string;
        }[];
        accidentOutcome?: 'RECOVERED' | 'DISABLED' | 'DIED' | 'IN_TREATMENT' | (string & {}) | null;
        outcomeDay?: string | null;
        membership?: {
          from: string;
          until: string;
          active: boolean;
          source: 'SISKOP2MI' | 'BPJS_CARD' | 'BPJS_BRANCH' | (string & {});
        };
        payees?: {
          payee: string;
          kind: 'PARTICIPANT' | 'HEIR' | 'PAYER' | (string & {});
          /**
           * Bank account and holder (statement store)
           */
          account: {
            statementId: string;
            digest: string;
          };
          share: string;
          lines: string[] | null;
          mustVerify: boolean;
          blocked: boolean;
        }[];
        insurerReference?: string | null;
        insurerReceivedAt?: string | null;
        infoRequest?:
          | {
              requirements: string[];
              reasonCode: string;
            }
          | {
              reference: string;
              documents: string[];
              reasonCode: string;
              article?: string;
              /**
               * The insurer’s letter, if an officer records it
               */
              paper?: {
                documentId: string;
                sha256: string;
              };
            };
        objection?: {
          reasonCode: string;
          statement?: {
            statementId: string;
            digest: string;
          };
        };
        paymentReference?: string | null;
        paidDay?: string | null;
        /**
         * What the rules gave for the facts of that moment, with the rows it rests on
         */
        precheck?: {
          verdict: 'ELIGIBLE' | 'NOT_YET' | 'NOT_ELIGIBLE' | 'UNDETERMINED' | (string & {});
          rulesVersion: string;
          rulesDigest: string;
          lawDay: string;
          lines: {
            code: string;
            answer: 'eligible' | 'not_yet' | 'no' | 'undetermined' | (string & {});
            amount: 'EXACT' | 'AT_MOST' | 'IN_KIND' | 'BALANCE' | 'UNKNOWN' | (string & {}) | null;
            expectedIdr: string | null;
            rows: string[];
            verified: boolean;
          }[];
        };
        /**
         * What the rules gave for the facts of that moment, with the rows it rests on
         */
        recheck?: {
          verdict: 'ELIGIBLE' | 'NOT_YET' | 'NOT_ELIGIBLE' | 'UNDETERMINED' | (string & {});
          rulesVersion: string;
          rulesDigest: string;
          lawDay: string;
          lines: {
            code: string;
            answer: 'eligible' | 'not_yet' | 'no' | 'undetermined' | (string & {});
            amount: 'EXACT' | 'AT_MOST' | 'IN_KIND' | 'BALANCE' | 'UNKNOWN' | (string & {}) | null;
            expectedIdr: string | null;
            rows: string[];
            verified: boolean;
          }[];
        };
        /**
         * Each line beside the last run of the rules
         */
        verifiedComparison?: {
          code: string;
          difference:
            | 'as_expected'
            | 'less_than_expected'
            | 'more_than_expected'
            | 'rejected_though_expected'
            | 'granted_though_not_expected'
            | 'not_comparable'
            | 'not_calculated'
            | (string & {});
          expectedIdr: string | null;
          /**
           * Whole rupiah as digits
           */
          foundIdr: string;
          rows: string[];
          verified: boolean;
          reasonCode: string | null;
          article: string | null;
        }[];
        /**
         * Each line beside the last run of the rules
         */
        decisionComparison?: {
          code: string;
          difference:
            | 'as_expected'
            | 'less_than_expected'
            | 'more_than_expected'
            | 'rejected_though_expected'
            | 'granted_though_not_expected'
            | 'not_comparable'
            | 'not_calculated'
            | (string & {});
          expectedIdr: string | null;
          /**
           * Whole rupiah as digits
           */
          foundIdr: string;
          rows: string[];
          verified: boolean;
          reasonCode: string | null;
          article: string | null;
        }[];
        paperRequests?: {
          requirement: string;
          document: string;
          /**
           * Who is asked, e.g. PEMBERI_KERJA
           */
          addressee:
            'PEMBERI_KERJA' | 'P3MI' | 'PERWAKILAN_RI' | 'KDEI' | 'AGENSI' | 'RUMAH_SAKIT' | 'ASURANSI' | (string & {});
          status: 'awaited' | 'arrived' | 'refused' | 'cancelled' | (string & {});
          askedAt: string | null;
          settledAt: string | null;
          reasonCode: string | null;
          refusal: {
            documentId: string;
            sha256: string;
          } | null;
        }[];
        heirs?: {
          /**
           * Who the heir is (statement store)
           */
          person: {
            statementId: string;
            digest: string;
          };
          relation:
            | 'SPOUSE'
            | 'CHILD'
            | 'PARENT'
            | 'GRANDCHILD'
            | 'GRANDPARENT'
            | 'SIBLING'
            | 'PARENT_IN_LAW'
            | 'BY_WILL'
            | (string & {});
          /**
           * Under age on the day of the event; worked out at the desk where a day of birth is said
           */
          minor?: boolean;
          guardian?: {
            /**
             * Who acts for a child (statement store)
             */
            person: {
              statementId: string;
              digest: string;
            };
            /**
             * What the guardian is to the child
             */
            relation: 'PARENT' | 'GRANDPARENT' | 'SIBLING' | 'OTHER_RELATIVE' | 'APPOINTED' | (string & {});
          };
        }[];
        certified?: {
          requirement: string;
          /**
           * Office id, e.g. disnaker:35.05
           */
          office: string;
        }[];
        possibleDuplicates?: {
          caseId: string;
          rule: 'NIK' | 'NIK_AND_EVENT' | 'NAME_BIRTH_VILLAGE' | 'BY_HAND' | 'SAME_MATTER' | (string & {});
        }[];
        void?: {
          reasonCode: string;
          article: string;
        };
        appeal?: {
          body: 'OMBUDSMAN' | 'COURT' | (string & {});
          reference?: string;
          day: string;
        };
        accidentReference?: string | null;
        treatments?: {
          day: string;
          place: 'ABROAD' | 'HOME' | (string & {});
        }[];
        channel?: 'manual' | (string & {}) | null;
        decidedAt?: string | null;
        decider?: string | null;
        duplicatesCleared?: string[];
        insurerFinding?: {
          finding: string;
          reference?: string;
        };
        amountsExplained?: {
          line: string;
          reasonCode: string;
        }[];
        schoolYear?: {
          level: 'TK' | 'SD' | 'SMP' | 'SMA' | 'PT' | (string & {});
          year: number;
          line: string;
        };
        linkedCase?: {
          type: 'claim' | (string & {});
          command: 'reportAccident' | 'openClaim' | (string & {});
          relation: 'claim' | 'scholarship' | (string & {});
          input: {
            /**
             * Claim type, e.g. JKK_RAWAT_LN
             */
            claimType:
              | 'JKK_RAWAT_LN'
              | 'JKK_RAWAT_RI'
              | 'JKK_MENINGGAL'
              | 'JKK_CACAT_SEBAGIAN'
              | 'JKK_CACAT_TOTAL'
              | 'JKK_PHK_KECELAKAAN'
              | 'JKK_GAGAL_BERANGKAT'
              | 'JKK_KERUGIAN_PULANG'
              | 'JKK_GAGAL_DITEMPATKAN'
              | 'JKK_TIDAK_SESUAI_PK'
              | 'JKK_PHK_SEPIHAK'
              | 'JKK_PEMERKOSAAN'
              | 'JKK_PEMULANGAN'
              | 'JKM_SEBELUM'
              | 'JKM_SELAMA'
              | 'JKM_SETELAH'
              | 'JHT_MENINGGAL'
              | 'JHT_CACAT_TOTAL'
              | 'JHT_USIA_56'
              | 'JHT_GAGAL_BERANGKAT'
              | 'BEASISWA'
              | (string & {});
            /**
             * Village code of the interior ministry, e.g. 35.05.08.2003
             */
            areaCode: string;
            /**
             * Day of the accident, death or other event, where it happened
             */
            riskDay: string;
            riskCountry: string;
            /**
             * When the paper was received, if before today; clocks run from then
             */
            receivedAt?: string;
            reporter: {
              relation:
                | 'PARTICIPANT'
                | 'FAMILY'
                | 'PLACEMENT_AGENCY'
                | 'HEALTH_FACILITY'
                | 'DIRECTOR_GENERAL'
                | 'BP2MI'
                | 'PROVINCE_LABOUR_OFFICE'
                | 'DISTRICT_LABOUR_OFFICE'
                | (string & {});
            };
            /**
             * Signs of danger; any one makes the claim urgent
             */
            urgentSigns?:
              'DANGER' | 'DETENTION' | 'VIOLENCE' | 'TRAFFICKING' | 'CRITICAL_ILLNESS' | 'DEATH' | (string & {})[];
            /**
             * Who the worker is (statement store)
             */
            subject: {
              statementId: string;
              digest: string;
            };
            /**
             * What happened, in words (statement store)
             */
            account?: {
              statementId: string;
              digest: string;
            };
            lines: {
              /**
               * Benefit line, e.g. JKK_RAWAT_LN
               */
              code:
                | 'JKK_RAWAT_LN'
                | 'JKK_RAWAT_RI'
                | 'JKK_RAWAT_RUMAH'
                | 'JKK_TRANSPORT'
                | 'JKK_ALAT_DENGAR'
                | 'JKK_KACAMATA'
                | 'JKK_GIGI_TIRUAN'
                | 'JKK_ORTHESE'
                | 'JKK_CACAT_SEBAGIAN'
                | 'JKK_CACAT_TOTAL'
                | 'JKK_BERKALA'
                | 'JKK_MENINGGAL'
                | 'JKK_GAGAL_BERANGKAT'
                | 'JKK_GAGAL_DITEMPATKAN'
                | 'JKK_TIDAK_SESUAI_PK'
                | 'JKK_PHK_SEPIHAK'
                | 'JKK_PHK_KECELAKAAN'
                | 'JKK_PEMERKOSAAN'
                | 'JKK_KERUGIAN_PULANG'
                | 'JKK_PELATIHAN'
                | 'JKK_PULANG_BERMASALAH'
                | 'JKK_PULANG_KECELAKAAN'
                | 'JKM_SELAMA'
                | 'JKM_SEBELUM'
                | 'JKM_SETELAH'
                | 'JHT_MENINGGAL'
                | 'JHT_CACAT_TOTAL'
                | 'JHT_USIA_56'
                | 'JHT_GAGAL_BERANGKAT'
                | 'BEASISWA'
                | 'BEASISWA_TK'
                | 'BEASISWA_SD'
                | 'BEASISWA_SMP'
                | 'BEASISWA_SMA'
                | 'BEASISWA_PT'
                | (string & {});
              askedIdr: string;
            }[];
            circumstances?: {
              /**
               * A death by a work accident
               */
              byAccident?: boolean;
              /**
               * On leave in Indonesia during the contract
               */
              onLeave?: boolean;
              lostAtSea?: boolean;
              /**
               * The host country's insurance paid a part
               */
              hostInsurancePaid?: boolean;
              /**
               * The worker or the family paid the journey home
               */
              journeyPaid?: boolean;
              causedBy?: 'WORKER' | 'PLACER' | 'GOVERNMENT_POLICY' | 'OTHER' | (string & {});
              againstOwnWill?: boolean;
              /**
               * A crime found proven
               */
              proven?: boolean;
              crimeOrDrugs?: boolean;
              disability?: {
                kind: 'NONE' | 'PARTIAL_ANATOMICAL' | 'PARTIAL_FUNCTIONAL' | 'TOTAL' | (string & {});
                /**
                 * Share of the table: 39,5% = 3950
                 */
                basisPoints?: number;
                declaredByDoctor?: boolean;
              };
              dismissal?: {
                afterAccident?: boolean;
                serviceMonths?: number;
                excludedBy?:
                  'NONE' | 'CONTRACT_ENDED' | 'LEAVE' | 'SICKNESS' | 'DEPORTED' | 'CRIME' | 'RAN_AWAY' | (string & {});
              };
            };
            /**
             * Every contract known; an empty list: never insured; absent: nobody has looked
             */
            coverage?: {
              /**
               * By BP2MI or a placement company, or by oneself
               */
              placement?: 'PLACED' | 'PERSEORANGAN' | (string & {});
              /**
               * Premium for the time before work
               */
              paidBeforeOn?: string | null;
              /**
               * Premium for the time during and after work
               */
              paidDuringOn?: string | null;
              /**
               * Months of work that the premium pays for
               */
              paidMonths?: number;
              /**
               * Left Indonesia; null: has not left
               */
              embarkedOn?: string | null;
              /**
               * Came back; null: is still away
               */
              debarkedOn?: string | null;
              /**
               * Reached the home area; null: not yet
               */
              arrivedHomeOn?: string | null;
              contractStartsOn?: string | null;
              /**
               * End of the contract that is registered and paid for
               */
              contractEndsOn?: string | null;
              contractChanged?: 'NO' | 'EMPLOYER' | 'TERM' | 'OTHER' | (string & {});
              jhtMember?: boolean;
              /**
               * First day on the member card
               */
              memberFrom?: string;
              memberUntil?: string;
            }[];
            /**
             * Enough is known of the worker to search for cases alike; set by the system
             */
            findable?: boolean;
          };
        } | null;
        linkedCaseRefusal?: string | null;
      }
    | {
        category?: string | null;
        reporter?: {
          relation:
            'PARTICIPANT' | 'FAMILY' | 'NEIGHBOUR' | 'VILLAGE' | 'LAWYER' | 'ORGANISATION' | 'OTHER' | (string & {});
        };
        /**
         * Who the worker is (statement store)
         */
        subject?: {
          statementId: string;
          digest: string;
        };
        /**
         * What happened, in words (statement store)
         */
        account?: {
          statementId: string;
          digest: string;
        };
        /**
         * How the reporter can be reached (statement store)
         */
        contact?: {
          statementId: string;
          digest: string;
        };
        /**
         * The worker agrees, if somebody else reports
         */
        consent?: boolean;
        /**
         * Signs of danger; any one makes the complaint urgent
         */
        urgentSigns?:
          'DANGER' | 'DETENTION' | 'VIOLENCE' | 'TRAFFICKING' | 'CRITICAL_ILLNESS' | 'DEATH' | (string & {})[];
        /**
         * Where the worker is, ISO 3166 alpha-2
         */
        country?: string;
        placement?: {
          status: 'PROCEDURAL' | 'NONPROCEDURAL' | 'UNKNOWN' | (string & {});
          phase: 'BEFORE' | 'DURING' | 'AFTER' | (string & {});
          by: 'P3MI' | 'BP2MI' | 'PERSEORANGAN' | 'UNKNOWN' | (string & {});
        };
        /**
         * What the reporter wants, e.g. UPAH_DIBAYAR
         */
        demands?: string[];
        /**
         * When the letter was received, if before today; clocks run from then
         */
        receivedAt?: string;
        possibleDuplicates?: {
          caseId: string;
          rule: 'NIK' | 'NIK_AND_EVENT' | 'NAME_BIRTH_VILLAGE' | 'BY_HAND' | 'SAME_MATTER' | (string & {});
        }[];
        duplicatesCleared?: string[];
        infoRequest?: {
          wanted: string[];
          reasonCode: string;
          statement?: {
            statementId: string;
            digest: string;
          };
        };
        void?: {
          reasonCode: string;
        };
        disposition?: {
          body:
            | 'DESA'
            | 'KECAMATAN'
            | 'DISNAKER'
            | 'BP3MI'
            | 'KP2MI'
            | 'PERWAKILAN'
            | 'BPJS'
            | 'POLRI'
            | 'LPSK'
            | 'LAIN'
            | (string & {})
            | null;
          severity: 'LIGHT' | 'INFORMATION' | 'STANDARD' | 'EXAMINATION' | (string & {}) | null;
        };
        handoverReference?: string | null;
        unit?: string | null;
        findings?: {
          finding: string;
          statement?: {
            statementId: string;
            digest: string;
          };
        }[];
        sessionDay?: string | null;
        usedMinutes?: string | null;
        resolution?:
          | (
              | {
                  result: 'resolved' | 'partly_resolved' | 'not_proven' | 'rejected' | (string & {});
                  /**
                   * The resolution in plain words (statement store)
                   */
                  statement: {
                    statementId: string;
                    digest: string;
                  };
                  article: string;
                  reasonCode?: string;
                  /**
                   * How the reporter was told, and whether it worked
                   */
                  told: {
                    channel: 'PHONE' | 'MESSAGE' | 'VISIT' | 'LETTER' | 'EMAIL' | (string & {});
                    reached: boolean;
                  };
                }
              | {
                  bothCalled: boolean;
                  result: 'resolved' | 'partly_resolved' | (string & {});
                  /**
                   * What the parties agreed (statement store)
                   */
                  statement: {
                    statementId: string;
                    digest: string;
                  };
                }
            )
          | null;
        objection?: {
          reasonCode: string;
          statement?: {
            statementId: string;
            digest: string;
          };
        };
        review?: {
          reasonCode: string;
          article: string;
          statement?: {
            statementId: string;
            digest: string;
          };
        };
        appeal?: {
          body: 'OMBUDSMAN' | 'COURT' | (string & {});
          reference?: string;
          day: string;
        };
        linkedCase?: {
          type: 'claim' | (string & {});
          command: 'reportAccident' | 'openClaim' | (string & {});
          relation: 'claim' | 'scholarship' | (string & {});
          input: {
            /**
             * Claim type, e.g. JKK_RAWAT_LN
             */
            claimType:
              | 'JKK_RAWAT_LN'
              | 'JKK_RAWAT_RI'
              | 'JKK_MENINGGAL'
              | 'JKK_CACAT_SEBAGIAN'
              | 'JKK_CACAT_TOTAL'
              | 'JKK_PHK_KECELAKAAN'
              | 'JKK_GAGAL_BERANGKAT'
              | 'JKK_KERUGIAN_PULANG'
              | 'JKK_GAGAL_DITEMPATKAN'
              | 'JKK_TIDAK_SESUAI_PK'
              | 'JKK_PHK_SEPIHAK'
              | 'JKK_PEMERKOSAAN'
              | 'JKK_PEMULANGAN'
              | 'JKM_SEBELUM'
              | 'JKM_SELAMA'
              | 'JKM_SETELAH'
              | 'JHT_MENINGGAL'
              | 'JHT_CACAT_TOTAL'
              | 'JHT_USIA_56'
              | 'JHT_GAGAL_BERANGKAT'
              | 'BEASISWA'
              | (string & {});
            /**
             * Village code of the interior ministry, e.g. 35.05.08.2003
             */
            areaCode: string;
            /**
             * Day of the accident, death or other event, where it happened
             */
            riskDay: string;
            riskCountry: string;
            /**
             * When the paper was received, if before today; clocks run from then
             */
            receivedAt?: string;
            reporter: {
              relation:
                | 'PARTICIPANT'
                | 'FAMILY'
                | 'PLACEMENT_AGENCY'
                | 'HEALTH_FACILITY'
                | 'DIRECTOR_GENERAL'
                | 'BP2MI'
                | 'PROVINCE_LABOUR_OFFICE'
                | 'DISTRICT_LABOUR_OFFICE'
                | (string & {});
            };
            /**
             * Signs of danger; any one makes the claim urgent
             */
            urgentSigns?:
              'DANGER' | 'DETENTION' | 'VIOLENCE' | 'TRAFFICKING' | 'CRITICAL_ILLNESS' | 'DEATH' | (string & {})[];
            /**
             * Who the worker is (statement store)
             */
            subject: {
              statementId: string;
              digest: string;
            };
            /**
             * What happened, in words (statement store)
             */
            account?: {
              statementId: string;
              digest: string;
            };
            lines: {
              /**
               * Benefit line, e.g. JKK_RAWAT_LN
               */
              code:
                | 'JKK_RAWAT_LN'
                | 'JKK_RAWAT_RI'
                | 'JKK_RAWAT_RUMAH'
                | 'JKK_TRANSPORT'
                | 'JKK_ALAT_DENGAR'
                | 'JKK_KACAMATA'
                | 'JKK_GIGI_TIRUAN'
                | 'JKK_ORTHESE'
                | 'JKK_CACAT_SEBAGIAN'
                | 'JKK_CACAT_TOTAL'
                | 'JKK_BERKALA'
                | 'JKK_MENINGGAL'
                | 'JKK_GAGAL_BERANGKAT'
                | 'JKK_GAGAL_DITEMPATKAN'
                | 'JKK_TIDAK_SESUAI_PK'
                | 'JKK_PHK_SEPIHAK'
                | 'JKK_PHK_KECELAKAAN'
                | 'JKK_PEMERKOSAAN'
                | 'JKK_KERUGIAN_PULANG'
                | 'JKK_PELATIHAN'
                | 'JKK_PULANG_BERMASALAH'
                | 'JKK_PULANG_KECELAKAAN'
                | 'JKM_SELAMA'
                | 'JKM_SEBELUM'
                | 'JKM_SETELAH'
                | 'JHT_MENINGGAL'
                | 'JHT_CACAT_TOTAL'
                | 'JHT_USIA_56'
                | 'JHT_GAGAL_BERANGKAT'
                | 'BEASISWA'
                | 'BEASISWA_TK'
                | 'BEASISWA_SD'
                | 'BEASISWA_SMP'
                | 'BEASISWA_SMA'
                | 'BEASISWA_PT'
                | (string & {});
              askedIdr: string;
            }[];
            circumstances?: {
              /**
               * A death by a work accident
               */
              byAccident?: boolean;
              /**
               * On leave in Indonesia during the contract
               */
              onLeave?: boolean;
              lostAtSea?: boolean;
              /**
               * The host country's insurance paid a part
               */
              hostInsurancePaid?: boolean;
              /**
               * The worker or the family paid the journey home
               */
              journeyPaid?: boolean;
              causedBy?: 'WORKER' | 'PLACER' | 'GOVERNMENT_POLICY' | 'OTHER' | (string & {});
              againstOwnWill?: boolean;
              /**
               * A crime found proven
               */
              proven?: boolean;
              crimeOrDrugs?: boolean;
              disability?: {
                kind: 'NONE' | 'PARTIAL_ANATOMICAL' | 'PARTIAL_FUNCTIONAL' | 'TOTAL' | (string & {});
                /**
                 * Share of the table: 39,5% = 3950
                 */
                basisPoints?: number;
                declaredByDoctor?: boolean;
              };
              dismissal?: {
                afterAccident?: boolean;
                serviceMonths?: number;
                excludedBy?:
                  'NONE' | 'CONTRACT_ENDED' | 'LEAVE' | 'SICKNESS' | 'DEPORTED' | 'CRIME' | 'RAN_AWAY' | (string & {});
              };
            };
            /**
             * Every contract known; an empty list: never insured; absent: nobody has looked
             */
            coverage?: {
              /**
               * By BP2MI or a placement company, or by oneself
               */
              placement?: 'PLACED' | 'PERSEORANGAN' | (string & {});
              /**
               * Premium for the time before work
               */
              paidBeforeOn?: string | null;
              /**
               * Premium for the time during and after work
               */
              paidDuringOn?: string | null;
              /**
               * Months of work that the premium pays for
               */
              paidMonths?: number;
              /**
               * Left Indonesia; null: has not left
               */
              embarkedOn?: string | null;
              /**
               * Came back; null: is still away
               */
              debarkedOn?: string | null;
              /**
               * Reached the home area; null: not yet
               */
              arrivedHomeOn?: string | null;
              contractStartsOn?: string | null;
              /**
               * End of the contract that is registered and paid for
               */
              contractEndsOn?: string | null;
              contractChanged?: 'NO' | 'EMPLOYER' | 'TERM' | 'OTHER' | (string & {});
              jhtMember?: boolean;
              /**
               * First day on the member card
               */
              memberFrom?: string;
              memberUntil?: string;
            }[];
            /**
             * Enough is known of the worker to search for cases alike; set by the system
             */
            findable?: boolean;
          };
        } | null;
        linkedCaseRefusal?: string | null;
      }
    | {
        /**
         * Day on which the village took down the worker
         */
        registeredDay?: string;
        /**
         * Country of work, ISO 3166 alpha-2
         */
        country?: string;
        /**
         * Who places the worker
         */
        placedBy?: 'P3MI' | 'BP2MI' | 'PERSEORANGAN' | 'UNKNOWN' | (string & {});
        /**
         * Who the worker is (statement store)
         */
        subject?: {
          statementId: string;
          digest: string;
        };
        /**
         * When the paper was received, if before today; clocks run from then
         */
        receivedAt?: string;
        /**
         * Set when the placement comes from a list: tells whether a row sent again is the same
         */
        importedRow?: string;
        /**
         * Whose permit is needed; decides on the papers
         */
        permitFrom?: 'SPOUSE' | 'PARENT' | 'GUARDIAN' | (string & {});
        permitAcknowledged?: {
          documentId: string;
          /**
           * Office id, e.g. disnaker:35.05
           */
          office: string;
        };
        orientationDay?: string;
        contracts?: {
          from: string;
          until: string;
          number: number;
          kind: 'FIRST' | 'EXTENSION' | 'CHANGE' | (string & {});
          /**
           * What is another than registered; a claim asks about it. OTHER if it is left out
           */
          changed?: 'EMPLOYER' | 'TERM' | 'OTHER' | (string & {});
        }[];
        premiums?: {
          part: 'BEFORE' | 'DURING' | (string & {});
          paidDay: string;
          contract: number | null;
          months: number | null;
        }[];
        premiumReference?: string;
        leaves?: {
          from: string;
          until: string;
        }[];
        departurePlan?: {
          day: string;
          plannedOn: string;
        };
        departure?: {
          day: string;
          watched: boolean;
          missing: string[];
        };
        departureFailure?: {
          day: string;
          reasonCode: string;
        };
        return?: {
          /**
           * Day of the debarkation in Indonesia
           */
          day: string;
          kind: 'CONTRACT_ENDED' | 'EARLY' | 'TROUBLED' | 'BODY' | (string & {});
        };
        handover?: {
          day: string;
          to: 'FAMILY' | 'PROXY' | 'SOCIAL_MINISTRY' | (string & {});
          witnessedBy: 'VILLAGE' | 'LOCAL_GOVERNMENT' | (string & {});
        };
        homeDay?: string;
        deathDay?: string;
        possibleDuplicates?: {
          caseId: string;
          rule: 'NIK' | 'NIK_AND_EVENT' | 'NAME_BIRTH_VILLAGE' | 'BY_HAND' | 'SAME_MATTER' | (string & {});
        }[];
        duplicatesCleared?: string[];
        void?: {
          reasonCode: string;
        };
        linkedCase?: {
          type: 'claim' | (string & {});
          command: 'reportAccident' | 'openClaim' | (string & {});
          relation: 'claim' | 'scholarship' | (string & {});
          input: {
            /**
             * Claim type, e.g. JKK_RAWAT_LN
             */
            claimType:
              | 'JKK_RAWAT_LN'
              | 'JKK_RAWAT_RI'
              | 'JKK_MENINGGAL'
              | 'JKK_CACAT_SEBAGIAN'
              | 'JKK_CACAT_TOTAL'
              | 'JKK_PHK_KECELAKAAN'
              | 'JKK_GAGAL_BERANGKAT'
              | 'JKK_KERUGIAN_PULANG'
              | 'JKK_GAGAL_DITEMPATKAN'
              | 'JKK_TIDAK_SESUAI_PK'
              | 'JKK_PHK_SEPIHAK'
              | 'JKK_PEMERKOSAAN'
              | 'JKK_PEMULANGAN'
              | 'JKM_SEBELUM'
              | 'JKM_SELAMA'
              | 'JKM_SETELAH'
              | 'JHT_MENINGGAL'
              | 'JHT_CACAT_TOTAL'
              | 'JHT_USIA_56'
              | 'JHT_GAGAL_BERANGKAT'
              | 'BEASISWA'
              | (string & {});
            /**
             * Village code of the interior ministry, e.g. 35.05.08.2003
             */
            areaCode: string;
            /**
             * Day of the accident, death or other event, where it happened
             */
            riskDay: string;
            riskCountry: string;
            /**
             * When the paper was received, if before today; clocks run from then
             */
            receivedAt?: string;
            reporter: {
              relation:
                | 'PARTICIPANT'
                | 'FAMILY'
                | 'PLACEMENT_AGENCY'
                | 'HEALTH_FACILITY'
                | 'DIRECTOR_GENERAL'
                | 'BP2MI'
                | 'PROVINCE_LABOUR_OFFICE'
                | 'DISTRICT_LABOUR_OFFICE'
                | (string & {});
            };
            /**
             * Signs of danger; any one makes the claim urgent
             */
            urgentSigns?:
              'DANGER' | 'DETENTION' | 'VIOLENCE' | 'TRAFFICKING' | 'CRITICAL_ILLNESS' | 'DEATH' | (string & {})[];
            /**
             * Who the worker is (statement store)
             */
            subject: {
              statementId: string;
              digest: string;
            };
            /**
             * What happened, in words (statement store)
             */
            account?: {
              statementId: string;
              digest: string;
            };
            lines: {
              /**
               * Benefit line, e.g. JKK_RAWAT_LN
               */
              code:
                | 'JKK_RAWAT_LN'
                | 'JKK_RAWAT_RI'
                | 'JKK_RAWAT_RUMAH'
                | 'JKK_TRANSPORT'
                | 'JKK_ALAT_DENGAR'
                | 'JKK_KACAMATA'
                | 'JKK_GIGI_TIRUAN'
                | 'JKK_ORTHESE'
                | 'JKK_CACAT_SEBAGIAN'
                | 'JKK_CACAT_TOTAL'
                | 'JKK_BERKALA'
                | 'JKK_MENINGGAL'
                | 'JKK_GAGAL_BERANGKAT'
                | 'JKK_GAGAL_DITEMPATKAN'
                | 'JKK_TIDAK_SESUAI_PK'
                | 'JKK_PHK_SEPIHAK'
                | 'JKK_PHK_KECELAKAAN'
                | 'JKK_PEMERKOSAAN'
                | 'JKK_KERUGIAN_PULANG'
                | 'JKK_PELATIHAN'
                | 'JKK_PULANG_BERMASALAH'
                | 'JKK_PULANG_KECELAKAAN'
                | 'JKM_SELAMA'
                | 'JKM_SEBELUM'
                | 'JKM_SETELAH'
                | 'JHT_MENINGGAL'
                | 'JHT_CACAT_TOTAL'
                | 'JHT_USIA_56'
                | 'JHT_GAGAL_BERANGKAT'
                | 'BEASISWA'
                | 'BEASISWA_TK'
                | 'BEASISWA_SD'
                | 'BEASISWA_SMP'
                | 'BEASISWA_SMA'
                | 'BEASISWA_PT'
                | (string & {});
              askedIdr: string;
            }[];
            circumstances?: {
              /**
               * A death by a work accident
               */
              byAccident?: boolean;
              /**
               * On leave in Indonesia during the contract
               */
              onLeave?: boolean;
              lostAtSea?: boolean;
              /**
               * The host country's insurance paid a part
               */
              hostInsurancePaid?: boolean;
              /**
               * The worker or the family paid the journey home
               */
              journeyPaid?: boolean;
              causedBy?: 'WORKER' | 'PLACER' | 'GOVERNMENT_POLICY' | 'OTHER' | (string & {});
              againstOwnWill?: boolean;
              /**
               * A crime found proven
               */
              proven?: boolean;
              crimeOrDrugs?: boolean;
              disability?: {
                kind: 'NONE' | 'PARTIAL_ANATOMICAL' | 'PARTIAL_FUNCTIONAL' | 'TOTAL' | (string & {});
                /**
                 * Share of the table: 39,5% = 3950
                 */
                basisPoints?: number;
                declaredByDoctor?: boolean;
              };
              dismissal?: {
                afterAccident?: boolean;
                serviceMonths?: number;
                excludedBy?:
                  'NONE' | 'CONTRACT_ENDED' | 'LEAVE' | 'SICKNESS' | 'DEPORTED' | 'CRIME' | 'RAN_AWAY' | (string & {});
              };
            };
            /**
             * Every contract known; an empty list: never insured; absent: nobody has looked
             */
            coverage?: {
              /**
               * By BP2MI or a placement company, or by oneself
               */
              placement?: 'PLACED' | 'PERSEORANGAN' | (string & {});
              /**
               * Premium for the time before work
               */
              paidBeforeOn?: string | null;
              /**
               * Premium for the time during and after work
               */
              paidDuringOn?: string | null;
              /**
               * Months of work that the premium pays for
               */
              paidMonths?: number;
              /**
               * Left Indonesia; null: has not left
               */
              embarkedOn?: string | null;
              /**
               * Came back; null: is still away
               */
              debarkedOn?: string | null;
              /**
               * Reached the home area; null: not yet
               */
              arrivedHomeOn?: string | null;
              contractStartsOn?: string | null;
              /**
               * End of the contract that is registered and paid for
               */
              contractEndsOn?: string | null;
              contractChanged?: 'NO' | 'EMPLOYER' | 'TERM' | 'OTHER' | (string & {});
              jhtMember?: boolean;
              /**
               * First day on the member card
               */
              memberFrom?: string;
              memberUntil?: string;
            }[];
            /**
             * Enough is known of the worker to search for cases alike; set by the system
             */
            findable?: boolean;
          };
        } | null;
        linkedCaseRefusal?: string | null;
      };
}

/**
 * A flag was raised.
 */
export interface TitianFlagRaisedV1 {
  flag: string;
}

/**
 * A flag was cleared.
 */
export interface TitianFlagClearedV1 {
  flag: string;
}

/**
 * A milestone was reached.
 */
export interface TitianMilestoneReachedV1 {
  milestone: string;
}

/**
 * Another office holds the case now.
 */
export interface TitianCustodyMovedV1 {
  role:
    | 'family'
    | 'village_officer'
    | 'subdistrict_officer'
    | 'district_officer'
    | 'bp3mi_officer'
    | 'ministry_officer'
    | 'insurer'
    | 'insurer_region'
    | 'insurer_centre'
    | 'system'
    | (string & {});
  /**
   * Office id, e.g. disnaker:35.05
   */
  office: string;
}

/**
 * A post was climbed over: nobody holds it, or everybody there keeps out of the case.
 */
export interface TitianPostPassedV1 {
  role:
    | 'family'
    | 'village_officer'
    | 'subdistrict_officer'
    | 'district_officer'
    | 'bp3mi_officer'
    | 'ministry_officer'
    | 'insurer'
    | 'insurer_region'
    | 'insurer_centre'
    | 'system'
    | (string & {});
  /**
   * Office id, e.g. disnaker:35.05
   */
  office: string;
  because: 'vacant' | 'conflict' | (string & {});
}

/**
 * Help, or the case itself, was offered to another body; custody has not moved.
 */
export interface TitianOfferMadeV1 {
  offer: 'referral' | 'transfer' | (string & {});
  body: string;
  role:
    | 'family'
    | 'village_officer'
    | 'subdistrict_officer'
    | 'district_officer'
    | 'bp3mi_officer'
    | 'ministry_officer'
    | 'insurer'
    | 'insurer_region'
    | 'insurer_centre'
    | 'system'
    | (string & {})
    | null;
  /**
   * The office that is to answer; null for a body outside
   */
  office: string | null;
  reasonCode: string;
  severity: string | null;
  /**
   * That the person whom the case is about agrees to another office seeing it
   */
  consent: {
    /**
     * Who agreed; NOBODY only where nobody can be asked
     */
    by: 'SUBJECT' | 'HEIR' | 'PARENT' | 'GUARDIAN' | 'PROXY' | 'NOBODY' | (string & {});
    /**
     * NOT_ASKED goes with NOBODY and with nothing else
     */
    how: 'WRITTEN' | 'SPOKEN' | 'CALL' | 'MESSAGE' | 'NOT_ASKED' | (string & {});
    /**
     * Day on which it was given
     */
    day: string;
    /**
     * The worker is a child: a parent or guardian agrees
     */
    minor?: boolean;
    /**
     * The words or the paper of the consent (statement store)
     */
    statement?: {
      statementId: string;
      digest: string;
    };
  };
}

/**
 * An offer was taken up.
 */
export interface TitianOfferAcceptedV1 {
  offer: 'referral' | 'transfer' | (string & {});
}

/**
 * An offer was declined, recalled, given back or not answered in time.
 */
export interface TitianOfferEndedV1 {
  offer: 'referral' | 'transfer' | (string & {});
  as: 'declined' | 'recalled' | 'lapsed' | 'returned' | 'handed_over' | 'closed' | (string & {});
}

/**
 * An officer keeps out of the case.
 */
export interface TitianConflictDeclaredV1 {
  /**
   * Directory id, never a name
   */
  officerId: string;
  ground: 'OWN_CASE' | 'RELATIVE' | 'INTEREST' | (string & {});
  /**
   * Directory id, never a name
   */
  declaredBy: string;
}

/**
 * An officer no longer keeps out of the case.
 */
export interface TitianConflictLiftedV1 {
  /**
   * Directory id, never a name
   */
  officerId: string;
  /**
   * Directory id, never a name
   */
  liftedBy: string;
}

/**
 * A rung of the ladder was climbed.
 */
export interface TitianCaseEscalatedV1 {
  direction: 'up' | 'sideways' | (string & {});
  level: number;
  role:
    | 'family'
    | 'village_officer'
    | 'subdistrict_officer'
    | 'district_officer'
    | 'bp3mi_officer'
    | 'ministry_officer'
    | 'insurer'
    | 'insurer_region'
    | 'insurer_centre'
    | 'system'
    | (string & {});
  /**
   * Office id, e.g. disnaker:35.05
   */
  office: string;
  clock: string;
}

/**
 * A rung was climbed over because nobody there can act: the post is empty, its people are away, or all keep out.
 */
export interface TitianRungVacantV1 {
  direction: 'up' | 'sideways' | (string & {});
  level: number;
  role:
    | 'family'
    | 'village_officer'
    | 'subdistrict_officer'
    | 'district_officer'
    | 'bp3mi_officer'
    | 'ministry_officer'
    | 'insurer'
    | 'insurer_region'
    | 'insurer_centre'
    | 'system'
    | (string & {});
  because: 'vacant' | 'absent' | 'conflict' | (string & {});
}

/**
 * The family is told of bodies outside to which it may turn. Nothing was sent to them.
 */
export interface TitianOutwardOfferedV1 {
  bodies: string[];
  clock: string;
}

/**
 * A clock started.
 */
export interface TitianClockStartedV1 {
  /**
   * Name and number of the clock, e.g. verifying#1
   */
  clockId: string;
  clock: string;
  unit: 'hours' | 'working_days' | 'calendar_days' | 'months' | 'years' | (string & {});
  target: number;
  zone: 'WIB' | 'WITA' | 'WIT' | (string & {});
  warnAtShare: number[];
  warnDaysBefore: number[];
  /**
   * May lie before the event: a paper received earlier
   */
  from: string;
  /**
   * The command or rule that caused it
   */
  reason: string;
  /**
   * Directory id, never a name
   */
  actorId: string;
  /**
   * Version of the calendar that was in force, e.g. 2025a+2026
   */
  calendar: string;
  /**
   * One of several that are measured side by side, e.g. accidentLetter.SK_MAJIKAN.PEMBERI_KERJA
   */
  item?: string;
}

/**
 * A clock stands still.
 */
export interface TitianClockPausedV1 {
  /**
   * Name and number of the clock, e.g. verifying#1
   */
  clockId: string;
  /**
   * The command or rule that caused it
   */
  reason: string;
  /**
   * Directory id, never a name
   */
  actorId: string;
  /**
   * Version of the calendar that was in force, e.g. 2025a+2026
   */
  calendar: string;
}

/**
 * A clock runs again.
 */
export interface TitianClockResumedV1 {
  /**
   * Name and number of the clock, e.g. verifying#1
   */
  clockId: string;
  /**
   * The command or rule that caused it
   */
  reason: string;
  /**
   * Directory id, never a name
   */
  actorId: string;
  /**
   * Version of the calendar that was in force, e.g. 2025a+2026
   */
  calendar: string;
}

/**
 * A clock was stopped for good.
 */
export interface TitianClockStoppedV1 {
  /**
   * Name and number of the clock, e.g. verifying#1
   */
  clockId: string;
  /**
   * The command or rule that caused it
   */
  reason: string;
  /**
   * Directory id, never a name
   */
  actorId: string;
  /**
   * Version of the calendar that was in force, e.g. 2025a+2026
   */
  calendar: string;
}

/**
 * A clock counts by another version of the calendar, and a moment of it moves.
 */
export interface TitianClockRecalendaredV1 {
  /**
   * Name and number of the clock, e.g. verifying#1
   */
  clockId: string;
  /**
   * Version of the calendar that was in force, e.g. 2025a+2026
   */
  calendar: string;
  /**
   * Version of the calendar that was in force, e.g. 2025a+2026
   */
  calendarBefore: string;
  dueAt: string;
  dueBefore: string;
  /**
   * Directory id, never a name
   */
  actorId: string;
}

/**
 * A clock passed a warning threshold.
 */
export interface TitianClockWarnedV1 {
  /**
   * Name and number of the clock, e.g. verifying#1
   */
  clockId: string;
  threshold: string;
  dueAt: string;
}

/**
 * A clock passed its due instant.
 */
export interface TitianClockBreachedV1 {
  /**
   * Name and number of the clock, e.g. verifying#1
   */
  clockId: string;
  dueAt: string;
}

/**
 * Work was asked of an office.
 */
export interface TitianTaskOpenedV1 {
  taskId: string;
  name: string;
  task: 'stage' | 'breach' | 'offer' | (string & {});
  role:
    | 'family'
    | 'village_officer'
    | 'subdistrict_officer'
    | 'district_officer'
    | 'bp3mi_officer'
    | 'ministry_officer'
    | 'insurer'
    | 'insurer_region'
    | 'insurer_centre'
    | 'system'
    | (string & {});
  /**
   * Office id, e.g. disnaker:35.05
   */
  office: string;
  /**
   * One of several that are measured side by side, e.g. accidentLetter.SK_MAJIKAN.PEMBERI_KERJA
   */
  item?: string;
  /**
   * Persons who may not do it
   *
   * Items: Directory id, never a name
   */
  notBy?: string[];
}

/**
 * An officer took a task, or released it (null).
 */
export interface TitianTaskAssignedV1 {
  taskId: string;
  officerId: string | null;
}

/**
 * A task was completed by the command that moved the case.
 */
export interface TitianTaskCompletedV1 {
  taskId: string;
  /**
   * The command or rule that caused it
   */
  reason: string;
}

/**
 * A task is no longer needed.
 */
export interface TitianTaskCancelledV1 {
  taskId: string;
  /**
   * The command or rule that caused it
   */
  reason: string;
}

/**
 * A paper was attached.
 */
export interface TitianEvidenceAttachedV1 {
  item: {
    requirement: string;
    document: string;
    documentId: string;
    sha256: string;
    status: 'attached' | 'verified' | 'returned' | (string & {});
    substitute: boolean;
    reasonCode: string | null;
    /**
     * Directory id, never a name
     */
    attachedBy: string;
    verifiedBy: string | null;
  };
}

/**
 * A paper was verified.
 */
export interface TitianEvidenceVerifiedV1 {
  requirement: string;
  /**
   * Directory id, never a name
   */
  verifiedBy: string;
  against: 'ORIGINAL' | 'REGISTRY' | (string & {});
}

/**
 * A paper was returned.
 */
export interface TitianEvidenceReturnedV1 {
  requirement: string;
  reasonCode: string;
}

/**
 * An amount of a benefit line changed; asked, verified, decided and paid are kept apart.
 */
export interface TitianLineChangedV1 {
  line: {
    code: string;
    askedIdr: string | null;
    verifiedIdr: string | null;
    decidedIdr: string | null;
    paidIdr: string | null;
    decision: 'approved' | 'rejected' | (string & {}) | null;
    reasonCode: string | null;
    article: string | null;
  };
}

/**
 * A payment order of one line and one payee was made, or what became of it was told. Which account is not said.
 */
export interface TitianPaymentChangedV1 {
  payment: {
    id: string;
    line: string;
    payee: string;
    /**
     * What was ordered, whole rupiah
     */
    amountIdr: string;
    paidIdr: string | null;
    status:
      'requested' | 'ordered' | 'paid' | 'confirmed' | 'disputed' | 'failed' | 'returned' | 'cancelled' | (string & {});
    reference: string | null;
    paidDay: string | null;
    reasonCode: string | null;
  };
}

/**
 * Work outside the case was asked for.
 */
export interface TitianAttemptRequestedV1 {
  attempt:
    | 'accidentReport'
    | 'submission'
    | 'information'
    | 'objection'
    | 'payment'
    | 'withdrawal'
    | 'linkedCase'
    | 'duplicateSearch'
    | (string & {});
  number: number;
}

/**
 * Work outside the case was answered.
 */
export interface TitianAttemptAnsweredV1 {
  attempt:
    | 'accidentReport'
    | 'submission'
    | 'information'
    | 'objection'
    | 'payment'
    | 'withdrawal'
    | 'linkedCase'
    | 'duplicateSearch'
    | (string & {});
  number: number;
}

/**
 * Start a pre-check.
 */
export interface TitianClaimPrecheckStartedV1 {
  name: 'precheck-started';
  command: 'startPrecheck';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    /**
     * Claim type, e.g. JKK_RAWAT_LN
     */
    claimType:
      | 'JKK_RAWAT_LN'
      | 'JKK_RAWAT_RI'
      | 'JKK_MENINGGAL'
      | 'JKK_CACAT_SEBAGIAN'
      | 'JKK_CACAT_TOTAL'
      | 'JKK_PHK_KECELAKAAN'
      | 'JKK_GAGAL_BERANGKAT'
      | 'JKK_KERUGIAN_PULANG'
      | 'JKK_GAGAL_DITEMPATKAN'
      | 'JKK_TIDAK_SESUAI_PK'
      | 'JKK_PHK_SEPIHAK'
      | 'JKK_PEMERKOSAAN'
      | 'JKK_PEMULANGAN'
      | 'JKM_SEBELUM'
      | 'JKM_SELAMA'
      | 'JKM_SETELAH'
      | 'JHT_MENINGGAL'
      | 'JHT_CACAT_TOTAL'
      | 'JHT_USIA_56'
      | 'JHT_GAGAL_BERANGKAT'
      | 'BEASISWA'
      | (string & {});
    /**
     * Village code of the interior ministry, e.g. 35.05.08.2003
     */
    areaCode: string;
    /**
     * Day of the accident, death or other event, where it happened
     */
    riskDay: string;
    riskCountry: string;
    /**
     * When the paper was received, if before today; clocks run from then
     */
    receivedAt?: string;
    reporter: {
      relation:
        | 'PARTICIPANT'
        | 'FAMILY'
        | 'PLACEMENT_AGENCY'
        | 'HEALTH_FACILITY'
        | 'DIRECTOR_GENERAL'
        | 'BP2MI'
        | 'PROVINCE_LABOUR_OFFICE'
        | 'DISTRICT_LABOUR_OFFICE'
        | (string & {});
    };
    /**
     * Signs of danger; any one makes the claim urgent
     */
    urgentSigns?: 'DANGER' | 'DETENTION' | 'VIOLENCE' | 'TRAFFICKING' | 'CRITICAL_ILLNESS' | 'DEATH' | (string & {})[];
    /**
     * Who the worker is (statement store)
     */
    subject: {
      statementId: string;
      digest: string;
    };
    /**
     * What happened, in words (statement store)
     */
    account?: {
      statementId: string;
      digest: string;
    };
    lines: {
      /**
       * Benefit line, e.g. JKK_RAWAT_LN
       */
      code:
        | 'JKK_RAWAT_LN'
        | 'JKK_RAWAT_RI'
        | 'JKK_RAWAT_RUMAH'
        | 'JKK_TRANSPORT'
        | 'JKK_ALAT_DENGAR'
        | 'JKK_KACAMATA'
        | 'JKK_GIGI_TIRUAN'
        | 'JKK_ORTHESE'
        | 'JKK_CACAT_SEBAGIAN'
        | 'JKK_CACAT_TOTAL'
        | 'JKK_BERKALA'
        | 'JKK_MENINGGAL'
        | 'JKK_GAGAL_BERANGKAT'
        | 'JKK_GAGAL_DITEMPATKAN'
        | 'JKK_TIDAK_SESUAI_PK'
        | 'JKK_PHK_SEPIHAK'
        | 'JKK_PHK_KECELAKAAN'
        | 'JKK_PEMERKOSAAN'
        | 'JKK_KERUGIAN_PULANG'
        | 'JKK_PELATIHAN'
        | 'JKK_PULANG_BERMASALAH'
        | 'JKK_PULANG_KECELAKAAN'
        | 'JKM_SELAMA'
        | 'JKM_SEBELUM'
        | 'JKM_SETELAH'
        | 'JHT_MENINGGAL'
        | 'JHT_CACAT_TOTAL'
        | 'JHT_USIA_56'
        | 'JHT_GAGAL_BERANGKAT'
        | 'BEASISWA'
        | 'BEASISWA_TK'
        | 'BEASISWA_SD'
        | 'BEASISWA_SMP'
        | 'BEASISWA_SMA'
        | 'BEASISWA_PT'
        | (string & {});
      askedIdr: string;
    }[];
    circumstances?: {
      /**
       * A death by a work accident
       */
      byAccident?: boolean;
      /**
       * On leave in Indonesia during the contract
       */
      onLeave?: boolean;
      lostAtSea?: boolean;
      /**
       * The host country's insurance paid a part
       */
      hostInsurancePaid?: boolean;
      /**
       * The worker or the family paid the journey home
       */
      journeyPaid?: boolean;
      causedBy?: 'WORKER' | 'PLACER' | 'GOVERNMENT_POLICY' | 'OTHER' | (string & {});
      againstOwnWill?: boolean;
      /**
       * A crime found proven
       */
      proven?: boolean;
      crimeOrDrugs?: boolean;
      disability?: {
        kind: 'NONE' | 'PARTIAL_ANATOMICAL' | 'PARTIAL_FUNCTIONAL' | 'TOTAL' | (string & {});
        /**
         * Share of the table: 39,5% = 3950
         */
        basisPoints?: number;
        declaredByDoctor?: boolean;
      };
      dismissal?: {
        afterAccident?: boolean;
        serviceMonths?: number;
        excludedBy?:
          'NONE' | 'CONTRACT_ENDED' | 'LEAVE' | 'SICKNESS' | 'DEPORTED' | 'CRIME' | 'RAN_AWAY' | (string & {});
      };
    };
    /**
     * Every contract known; an empty list: never insured; absent: nobody has looked
     */
    coverage?: {
      /**
       * By BP2MI or a placement company, or by oneself
       */
      placement?: 'PLACED' | 'PERSEORANGAN' | (string & {});
      /**
       * Premium for the time before work
       */
      paidBeforeOn?: string | null;
      /**
       * Premium for the time during and after work
       */
      paidDuringOn?: string | null;
      /**
       * Months of work that the premium pays for
       */
      paidMonths?: number;
      /**
       * Left Indonesia; null: has not left
       */
      embarkedOn?: string | null;
      /**
       * Came back; null: is still away
       */
      debarkedOn?: string | null;
      /**
       * Reached the home area; null: not yet
       */
      arrivedHomeOn?: string | null;
      contractStartsOn?: string | null;
      /**
       * End of the contract that is registered and paid for
       */
      contractEndsOn?: string | null;
      contractChanged?: 'NO' | 'EMPLOYER' | 'TERM' | 'OTHER' | (string & {});
      jhtMember?: boolean;
      /**
       * First day on the member card
       */
      memberFrom?: string;
      memberUntil?: string;
    }[];
    /**
     * Enough is known of the worker to search for cases alike; set by the system
     */
    findable?: boolean;
    /**
     * The case that asked for this one; set by the system
     */
    origin?: {
      caseId: string;
      relation: 'complaint' | 'claim' | 'placement' | (string & {});
    };
  };
}

/**
 * Record facts and calculate again.
 */
export interface TitianClaimPrecheckRecordedV1 {
  name: 'precheck-recorded';
  command: 'recordPrecheck';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    circumstances?: {
      /**
       * A death by a work accident
       */
      byAccident?: boolean;
      /**
       * On leave in Indonesia during the contract
       */
      onLeave?: boolean;
      lostAtSea?: boolean;
      /**
       * The host country's insurance paid a part
       */
      hostInsurancePaid?: boolean;
      /**
       * The worker or the family paid the journey home
       */
      journeyPaid?: boolean;
      causedBy?: 'WORKER' | 'PLACER' | 'GOVERNMENT_POLICY' | 'OTHER' | (string & {});
      againstOwnWill?: boolean;
      /**
       * A crime found proven
       */
      proven?: boolean;
      crimeOrDrugs?: boolean;
      disability?: {
        kind: 'NONE' | 'PARTIAL_ANATOMICAL' | 'PARTIAL_FUNCTIONAL' | 'TOTAL' | (string & {});
        /**
         * Share of the table: 39,5% = 3950
         */
        basisPoints?: number;
        declaredByDoctor?: boolean;
      };
      dismissal?: {
        afterAccident?: boolean;
        serviceMonths?: number;
        excludedBy?:
          'NONE' | 'CONTRACT_ENDED' | 'LEAVE' | 'SICKNESS' | 'DEPORTED' | 'CRIME' | 'RAN_AWAY' | (string & {});
      };
    };
    /**
     * Every contract known; an empty list: never insured; absent: nobody has looked
     */
    coverage?: {
      /**
       * By BP2MI or a placement company, or by oneself
       */
      placement?: 'PLACED' | 'PERSEORANGAN' | (string & {});
      /**
       * Premium for the time before work
       */
      paidBeforeOn?: string | null;
      /**
       * Premium for the time during and after work
       */
      paidDuringOn?: string | null;
      /**
       * Months of work that the premium pays for
       */
      paidMonths?: number;
      /**
       * Left Indonesia; null: has not left
       */
      embarkedOn?: string | null;
      /**
       * Came back; null: is still away
       */
      debarkedOn?: string | null;
      /**
       * Reached the home area; null: not yet
       */
      arrivedHomeOn?: string | null;
      contractStartsOn?: string | null;
      /**
       * End of the contract that is registered and paid for
       */
      contractEndsOn?: string | null;
      contractChanged?: 'NO' | 'EMPLOYER' | 'TERM' | 'OTHER' | (string & {});
      jhtMember?: boolean;
      /**
       * First day on the member card
       */
      memberFrom?: string;
      memberUntil?: string;
    }[];
  };
}

/**
 * Go on: report the accident (stage I).
 */
export interface TitianClaimReportedAfterPrecheckV1 {
  name: 'reported-after-precheck';
  command: 'proceedToReport';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {};
}

/**
 * Go on: a one-stage claim.
 */
export interface TitianClaimOpenedAfterPrecheckV1 {
  name: 'opened-after-precheck';
  command: 'proceedToEvidence';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {};
}

/**
 * Report the accident (stage I).
 */
export interface TitianClaimReportedV1 {
  name: 'reported';
  command: 'reportAccident';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    /**
     * Claim type, e.g. JKK_RAWAT_LN
     */
    claimType:
      | 'JKK_RAWAT_LN'
      | 'JKK_RAWAT_RI'
      | 'JKK_MENINGGAL'
      | 'JKK_CACAT_SEBAGIAN'
      | 'JKK_CACAT_TOTAL'
      | 'JKK_PHK_KECELAKAAN'
      | 'JKK_GAGAL_BERANGKAT'
      | 'JKK_KERUGIAN_PULANG'
      | 'JKK_GAGAL_DITEMPATKAN'
      | 'JKK_TIDAK_SESUAI_PK'
      | 'JKK_PHK_SEPIHAK'
      | 'JKK_PEMERKOSAAN'
      | 'JKK_PEMULANGAN'
      | 'JKM_SEBELUM'
      | 'JKM_SELAMA'
      | 'JKM_SETELAH'
      | 'JHT_MENINGGAL'
      | 'JHT_CACAT_TOTAL'
      | 'JHT_USIA_56'
      | 'JHT_GAGAL_BERANGKAT'
      | 'BEASISWA'
      | (string & {});
    /**
     * Village code of the interior ministry, e.g. 35.05.08.2003
     */
    areaCode: string;
    /**
     * Day of the accident, death or other event, where it happened
     */
    riskDay: string;
    riskCountry: string;
    /**
     * When the paper was received, if before today; clocks run from then
     */
    receivedAt?: string;
    reporter: {
      relation:
        | 'PARTICIPANT'
        | 'FAMILY'
        | 'PLACEMENT_AGENCY'
        | 'HEALTH_FACILITY'
        | 'DIRECTOR_GENERAL'
        | 'BP2MI'
        | 'PROVINCE_LABOUR_OFFICE'
        | 'DISTRICT_LABOUR_OFFICE'
        | (string & {});
    };
    /**
     * Signs of danger; any one makes the claim urgent
     */
    urgentSigns?: 'DANGER' | 'DETENTION' | 'VIOLENCE' | 'TRAFFICKING' | 'CRITICAL_ILLNESS' | 'DEATH' | (string & {})[];
    /**
     * Who the worker is (statement store)
     */
    subject: {
      statementId: string;
      digest: string;
    };
    /**
     * What happened, in words (statement store)
     */
    account?: {
      statementId: string;
      digest: string;
    };
    lines: {
      /**
       * Benefit line, e.g. JKK_RAWAT_LN
       */
      code:
        | 'JKK_RAWAT_LN'
        | 'JKK_RAWAT_RI'
        | 'JKK_RAWAT_RUMAH'
        | 'JKK_TRANSPORT'
        | 'JKK_ALAT_DENGAR'
        | 'JKK_KACAMATA'
        | 'JKK_GIGI_TIRUAN'
        | 'JKK_ORTHESE'
        | 'JKK_CACAT_SEBAGIAN'
        | 'JKK_CACAT_TOTAL'
        | 'JKK_BERKALA'
        | 'JKK_MENINGGAL'
        | 'JKK_GAGAL_BERANGKAT'
        | 'JKK_GAGAL_DITEMPATKAN'
        | 'JKK_TIDAK_SESUAI_PK'
        | 'JKK_PHK_SEPIHAK'
        | 'JKK_PHK_KECELAKAAN'
        | 'JKK_PEMERKOSAAN'
        | 'JKK_KERUGIAN_PULANG'
        | 'JKK_PELATIHAN'
        | 'JKK_PULANG_BERMASALAH'
        | 'JKK_PULANG_KECELAKAAN'
        | 'JKM_SELAMA'
        | 'JKM_SEBELUM'
        | 'JKM_SETELAH'
        | 'JHT_MENINGGAL'
        | 'JHT_CACAT_TOTAL'
        | 'JHT_USIA_56'
        | 'JHT_GAGAL_BERANGKAT'
        | 'BEASISWA'
        | 'BEASISWA_TK'
        | 'BEASISWA_SD'
        | 'BEASISWA_SMP'
        | 'BEASISWA_SMA'
        | 'BEASISWA_PT'
        | (string & {});
      askedIdr: string;
    }[];
    circumstances?: {
      /**
       * A death by a work accident
       */
      byAccident?: boolean;
      /**
       * On leave in Indonesia during the contract
       */
      onLeave?: boolean;
      lostAtSea?: boolean;
      /**
       * The host country's insurance paid a part
       */
      hostInsurancePaid?: boolean;
      /**
       * The worker or the family paid the journey home
       */
      journeyPaid?: boolean;
      causedBy?: 'WORKER' | 'PLACER' | 'GOVERNMENT_POLICY' | 'OTHER' | (string & {});
      againstOwnWill?: boolean;
      /**
       * A crime found proven
       */
      proven?: boolean;
      crimeOrDrugs?: boolean;
      disability?: {
        kind: 'NONE' | 'PARTIAL_ANATOMICAL' | 'PARTIAL_FUNCTIONAL' | 'TOTAL' | (string & {});
        /**
         * Share of the table: 39,5% = 3950
         */
        basisPoints?: number;
        declaredByDoctor?: boolean;
      };
      dismissal?: {
        afterAccident?: boolean;
        serviceMonths?: number;
        excludedBy?:
          'NONE' | 'CONTRACT_ENDED' | 'LEAVE' | 'SICKNESS' | 'DEPORTED' | 'CRIME' | 'RAN_AWAY' | (string & {});
      };
    };
    /**
     * Every contract known; an empty list: never insured; absent: nobody has looked
     */
    coverage?: {
      /**
       * By BP2MI or a placement company, or by oneself
       */
      placement?: 'PLACED' | 'PERSEORANGAN' | (string & {});
      /**
       * Premium for the time before work
       */
      paidBeforeOn?: string | null;
      /**
       * Premium for the time during and after work
       */
      paidDuringOn?: string | null;
      /**
       * Months of work that the premium pays for
       */
      paidMonths?: number;
      /**
       * Left Indonesia; null: has not left
       */
      embarkedOn?: string | null;
      /**
       * Came back; null: is still away
       */
      debarkedOn?: string | null;
      /**
       * Reached the home area; null: not yet
       */
      arrivedHomeOn?: string | null;
      contractStartsOn?: string | null;
      /**
       * End of the contract that is registered and paid for
       */
      contractEndsOn?: string | null;
      contractChanged?: 'NO' | 'EMPLOYER' | 'TERM' | 'OTHER' | (string & {});
      jhtMember?: boolean;
      /**
       * First day on the member card
       */
      memberFrom?: string;
      memberUntil?: string;
    }[];
    /**
     * Enough is known of the worker to search for cases alike; set by the system
     */
    findable?: boolean;
    /**
     * The case that asked for this one; set by the system
     */
    origin?: {
      caseId: string;
      relation: 'complaint' | 'claim' | 'placement' | (string & {});
    };
  };
}

/**
 * Open a one-stage claim.
 */
export interface TitianClaimOpenedV1 {
  name: 'opened';
  command: 'openClaim';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    /**
     * Claim type, e.g. JKK_RAWAT_LN
     */
    claimType:
      | 'JKK_RAWAT_LN'
      | 'JKK_RAWAT_RI'
      | 'JKK_MENINGGAL'
      | 'JKK_CACAT_SEBAGIAN'
      | 'JKK_CACAT_TOTAL'
      | 'JKK_PHK_KECELAKAAN'
      | 'JKK_GAGAL_BERANGKAT'
      | 'JKK_KERUGIAN_PULANG'
      | 'JKK_GAGAL_DITEMPATKAN'
      | 'JKK_TIDAK_SESUAI_PK'
      | 'JKK_PHK_SEPIHAK'
      | 'JKK_PEMERKOSAAN'
      | 'JKK_PEMULANGAN'
      | 'JKM_SEBELUM'
      | 'JKM_SELAMA'
      | 'JKM_SETELAH'
      | 'JHT_MENINGGAL'
      | 'JHT_CACAT_TOTAL'
      | 'JHT_USIA_56'
      | 'JHT_GAGAL_BERANGKAT'
      | 'BEASISWA'
      | (string & {});
    /**
     * Village code of the interior ministry, e.g. 35.05.08.2003
     */
    areaCode: string;
    /**
     * Day of the accident, death or other event, where it happened
     */
    riskDay: string;
    riskCountry: string;
    /**
     * When the paper was received, if before today; clocks run from then
     */
    receivedAt?: string;
    reporter: {
      relation:
        | 'PARTICIPANT'
        | 'FAMILY'
        | 'PLACEMENT_AGENCY'
        | 'HEALTH_FACILITY'
        | 'DIRECTOR_GENERAL'
        | 'BP2MI'
        | 'PROVINCE_LABOUR_OFFICE'
        | 'DISTRICT_LABOUR_OFFICE'
        | (string & {});
    };
    /**
     * Signs of danger; any one makes the claim urgent
     */
    urgentSigns?: 'DANGER' | 'DETENTION' | 'VIOLENCE' | 'TRAFFICKING' | 'CRITICAL_ILLNESS' | 'DEATH' | (string & {})[];
    /**
     * Who the worker is (statement store)
     */
    subject: {
      statementId: string;
      digest: string;
    };
    /**
     * What happened, in words (statement store)
     */
    account?: {
      statementId: string;
      digest: string;
    };
    lines: {
      /**
       * Benefit line, e.g. JKK_RAWAT_LN
       */
      code:
        | 'JKK_RAWAT_LN'
        | 'JKK_RAWAT_RI'
        | 'JKK_RAWAT_RUMAH'
        | 'JKK_TRANSPORT'
        | 'JKK_ALAT_DENGAR'
        | 'JKK_KACAMATA'
        | 'JKK_GIGI_TIRUAN'
        | 'JKK_ORTHESE'
        | 'JKK_CACAT_SEBAGIAN'
        | 'JKK_CACAT_TOTAL'
        | 'JKK_BERKALA'
        | 'JKK_MENINGGAL'
        | 'JKK_GAGAL_BERANGKAT'
        | 'JKK_GAGAL_DITEMPATKAN'
        | 'JKK_TIDAK_SESUAI_PK'
        | 'JKK_PHK_SEPIHAK'
        | 'JKK_PHK_KECELAKAAN'
        | 'JKK_PEMERKOSAAN'
        | 'JKK_KERUGIAN_PULANG'
        | 'JKK_PELATIHAN'
        | 'JKK_PULANG_BERMASALAH'
        | 'JKK_PULANG_KECELAKAAN'
        | 'JKM_SELAMA'
        | 'JKM_SEBELUM'
        | 'JKM_SETELAH'
        | 'JHT_MENINGGAL'
        | 'JHT_CACAT_TOTAL'
        | 'JHT_USIA_56'
        | 'JHT_GAGAL_BERANGKAT'
        | 'BEASISWA'
        | 'BEASISWA_TK'
        | 'BEASISWA_SD'
        | 'BEASISWA_SMP'
        | 'BEASISWA_SMA'
        | 'BEASISWA_PT'
        | (string & {});
      askedIdr: string;
    }[];
    circumstances?: {
      /**
       * A death by a work accident
       */
      byAccident?: boolean;
      /**
       * On leave in Indonesia during the contract
       */
      onLeave?: boolean;
      lostAtSea?: boolean;
      /**
       * The host country's insurance paid a part
       */
      hostInsurancePaid?: boolean;
      /**
       * The worker or the family paid the journey home
       */
      journeyPaid?: boolean;
      causedBy?: 'WORKER' | 'PLACER' | 'GOVERNMENT_POLICY' | 'OTHER' | (string & {});
      againstOwnWill?: boolean;
      /**
       * A crime found proven
       */
      proven?: boolean;
      crimeOrDrugs?: boolean;
      disability?: {
        kind: 'NONE' | 'PARTIAL_ANATOMICAL' | 'PARTIAL_FUNCTIONAL' | 'TOTAL' | (string & {});
        /**
         * Share of the table: 39,5% = 3950
         */
        basisPoints?: number;
        declaredByDoctor?: boolean;
      };
      dismissal?: {
        afterAccident?: boolean;
        serviceMonths?: number;
        excludedBy?:
          'NONE' | 'CONTRACT_ENDED' | 'LEAVE' | 'SICKNESS' | 'DEPORTED' | 'CRIME' | 'RAN_AWAY' | (string & {});
      };
    };
    /**
     * Every contract known; an empty list: never insured; absent: nobody has looked
     */
    coverage?: {
      /**
       * By BP2MI or a placement company, or by oneself
       */
      placement?: 'PLACED' | 'PERSEORANGAN' | (string & {});
      /**
       * Premium for the time before work
       */
      paidBeforeOn?: string | null;
      /**
       * Premium for the time during and after work
       */
      paidDuringOn?: string | null;
      /**
       * Months of work that the premium pays for
       */
      paidMonths?: number;
      /**
       * Left Indonesia; null: has not left
       */
      embarkedOn?: string | null;
      /**
       * Came back; null: is still away
       */
      debarkedOn?: string | null;
      /**
       * Reached the home area; null: not yet
       */
      arrivedHomeOn?: string | null;
      contractStartsOn?: string | null;
      /**
       * End of the contract that is registered and paid for
       */
      contractEndsOn?: string | null;
      contractChanged?: 'NO' | 'EMPLOYER' | 'TERM' | 'OTHER' | (string & {});
      jhtMember?: boolean;
      /**
       * First day on the member card
       */
      memberFrom?: string;
      memberUntil?: string;
    }[];
    /**
     * Enough is known of the worker to search for cases alike; set by the system
     */
    findable?: boolean;
    /**
     * The case that asked for this one; set by the system
     */
    origin?: {
      caseId: string;
      relation: 'complaint' | 'claim' | 'placement' | (string & {});
    };
  };
}

/**
 * Record the outcome of the accident (stage II).
 */
export interface TitianClaimPhaseTwoRecordedV1 {
  name: 'phase-two-recorded';
  command: 'recordAccidentOutcome';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    outcome: 'RECOVERED' | 'DISABLED' | 'DIED' | 'IN_TREATMENT' | (string & {});
    day: string;
  };
}

/**
 * Attach a paper.
 */
export interface TitianClaimEvidenceAddedV1 {
  name: 'evidence-added';
  command: 'attach';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    requirement: string;
    document: string;
    documentId: string;
    sha256: string;
  };
}

/**
 * Use a substitute paper.
 */
export interface TitianClaimSubstituteUsedV1 {
  name: 'substitute-used';
  command: 'useSubstitute';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    requirement: string;
    document: string;
    reasonCode: string;
    documentId: string;
    sha256: string;
  };
}

/**
 * Certify a copy.
 */
export interface TitianClaimItemCertifiedV1 {
  name: 'item-certified';
  command: 'certifyItem';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    requirement: string;
  };
}

/**
 * Record the heirs.
 */
export interface TitianClaimHeirsRecordedV1 {
  name: 'heirs-recorded';
  command: 'recordHeirs';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    heirs: {
      /**
       * Who the heir is (statement store)
       */
      person: {
        statementId: string;
        digest: string;
      };
      relation:
        | 'SPOUSE'
        | 'CHILD'
        | 'PARENT'
        | 'GRANDCHILD'
        | 'GRANDPARENT'
        | 'SIBLING'
        | 'PARENT_IN_LAW'
        | 'BY_WILL'
        | (string & {});
      /**
       * Under age on the day of the event; worked out at the desk where a day of birth is said
       */
      minor?: boolean;
      guardian?: {
        /**
         * Who acts for a child (statement store)
         */
        person: {
          statementId: string;
          digest: string;
        };
        /**
         * What the guardian is to the child
         */
        relation: 'PARENT' | 'GRANDPARENT' | 'SIBLING' | 'OTHER_RELATIVE' | 'APPOINTED' | (string & {});
      };
    }[];
  };
}

/**
 * Record the account of the payee.
 */
export interface TitianClaimPayeeRecordedV1 {
  name: 'payee-recorded';
  command: 'recordPayee';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    kind: 'PARTICIPANT' | 'HEIR' | 'PAYER' | (string & {});
    /**
     * Bank account and holder (statement store)
     */
    account: {
      statementId: string;
      digest: string;
    };
    /**
     * Which of several; without it the one payee of the claim
     */
    payee?: string;
    /**
     * Share of each line; without it the whole
     */
    share?: string;
    /**
     * Only these lines; without it all that name nobody
     *
     * Items: Benefit line, e.g. JKK_RAWAT_LN
     */
    lines?: string[];
  };
}

/**
 * Record the membership.
 */
export interface TitianClaimMembershipRecordedV1 {
  name: 'membership-recorded';
  command: 'recordMembership';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    from: string;
    until: string;
    active: boolean;
    source: 'SISKOP2MI' | 'BPJS_CARD' | 'BPJS_BRANCH' | (string & {});
  };
}

/**
 * Ask the family for what is missing.
 */
export interface TitianClaimInformationRequestedV1 {
  name: 'information-requested';
  command: 'requestInfo';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    requirements: string[];
    reasonCode: string;
  };
}

/**
 * What was missing has come.
 */
export interface TitianClaimInformationReceivedV1 {
  name: 'information-received';
  command: 'answerInfo';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {};
}

/**
 * The file is complete.
 */
export interface TitianClaimCompletedV1 {
  name: 'completed';
  command: 'markComplete';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {};
}

/**
 * Ask a third party for a paper.
 */
export interface TitianClaimPaperRequestedV1 {
  name: 'paper-requested';
  command: 'requestPaper';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    requirement: string;
    document: string;
    /**
     * Who is asked, e.g. PEMBERI_KERJA
     */
    addressee:
      'PEMBERI_KERJA' | 'P3MI' | 'PERWAKILAN_RI' | 'KDEI' | 'AGENSI' | 'RUMAH_SAKIT' | 'ASURANSI' | (string & {});
  };
}

/**
 * The paper of the third party has come.
 */
export interface TitianClaimPaperArrivedV1 {
  name: 'paper-arrived';
  command: 'paperArrived';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    requirement: string;
    document: string;
    /**
     * Who is asked, e.g. PEMBERI_KERJA
     */
    addressee:
      'PEMBERI_KERJA' | 'P3MI' | 'PERWAKILAN_RI' | 'KDEI' | 'AGENSI' | 'RUMAH_SAKIT' | 'ASURANSI' | (string & {});
  };
}

/**
 * Record that the issuer refuses.
 */
export interface TitianClaimPaperRefusedV1 {
  name: 'paper-refused';
  command: 'paperRefused';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    requirement: string;
    document: string;
    /**
     * Who is asked, e.g. PEMBERI_KERJA
     */
    addressee:
      'PEMBERI_KERJA' | 'P3MI' | 'PERWAKILAN_RI' | 'KDEI' | 'AGENSI' | 'RUMAH_SAKIT' | 'ASURANSI' | (string & {});
    reasonCode: string;
    /**
     * What the issuer said or wrote (statement store)
     */
    statement?: {
      statementId: string;
      digest: string;
    };
    /**
     * The refusal itself, if it came in writing
     */
    documentId?: string;
    sha256?: string;
  };
}

/**
 * Cancel the request of a paper.
 */
export interface TitianClaimPaperRequestCancelledV1 {
  name: 'paper-request-cancelled';
  command: 'cancelPaperRequest';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    requirement: string;
    document: string;
    /**
     * Who is asked, e.g. PEMBERI_KERJA
     */
    addressee:
      'PEMBERI_KERJA' | 'P3MI' | 'PERWAKILAN_RI' | 'KDEI' | 'AGENSI' | 'RUMAH_SAKIT' | 'ASURANSI' | (string & {});
    reasonCode: string;
  };
}

/**
 * Put the refusals in place of the paper.
 */
export interface TitianClaimRefusalsReliedOnV1 {
  name: 'refusals-relied-on';
  command: 'relyOnRefusals';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    requirement: string;
    documentId: string;
    sha256: string;
  };
}

/**
 * Verify a paper.
 */
export interface TitianClaimItemVerifiedV1 {
  name: 'item-verified';
  command: 'verifyItem';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    requirement: string;
    against: 'ORIGINAL' | 'REGISTRY' | (string & {});
  };
}

/**
 * Return a paper.
 */
export interface TitianClaimItemReturnedV1 {
  name: 'item-returned';
  command: 'returnItem';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    requirement: string;
    reasonCode: string;
  };
}

/**
 * Approve the file.
 */
export interface TitianClaimFileApprovedV1 {
  name: 'file-approved';
  command: 'approveFile';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    lines: {
      /**
       * Benefit line, e.g. JKK_RAWAT_LN
       */
      code: string;
      verifiedIdr: string;
    }[];
  };
}

/**
 * Second check.
 */
export interface TitianClaimFileCheckedV1 {
  name: 'file-checked';
  command: 'checkFile';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {};
}

/**
 * Submit to the insurer.
 */
export interface TitianClaimSubmittedV1 {
  name: 'submitted';
  command: 'submit';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {};
}

/**
 * Send the stage I report to the insurer.
 */
export interface TitianClaimAccidentReportSentV1 {
  name: 'accident-report-sent';
  command: 'sendAccidentReport';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {};
}

/**
 * The insurer has the stage I report.
 */
export interface TitianClaimAccidentReportReceivedV1 {
  name: 'accident-report-received';
  command: 'accidentReportReceived';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    reference: string;
    receivedAt: string;
    /**
     * The insurer’s letter, if an officer records it
     */
    paper?: {
      documentId: string;
      sha256: string;
    };
  };
}

/**
 * Record treatment.
 */
export interface TitianClaimTreatmentRecordedV1 {
  name: 'treatment-recorded';
  command: 'recordTreatment';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    day: string;
    place: 'ABROAD' | 'HOME' | (string & {});
  };
}

/**
 * The file is ready for the insurer’s counter.
 */
export interface TitianClaimFilingPreparedV1 {
  name: 'filing-prepared';
  command: 'filingPrepared';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    channel: 'manual' | (string & {});
  };
}

/**
 * A like claim was found before submitting.
 */
export interface TitianClaimDuplicateFoundV1 {
  name: 'duplicate-found';
  command: 'duplicateFound';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    caseId: string;
  };
}

/**
 * It is no duplicate.
 */
export interface TitianClaimDuplicateClearedV1 {
  name: 'duplicate-cleared';
  command: 'clearDuplicate';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    caseId: string;
    reasonCode: string;
  };
}

/**
 * Received by the insurer.
 */
export interface TitianClaimReceivedByInsurerV1 {
  name: 'received-by-insurer';
  command: 'insurerReceived';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    reference: string;
    receivedAt: string;
    /**
     * The insurer’s letter, if an officer records it
     */
    paper?: {
      documentId: string;
      sha256: string;
    };
  };
}

/**
 * Refused at the insurer’s counter.
 */
export interface TitianClaimIntakeRefusedV1 {
  name: 'intake-refused';
  command: 'insurerRefusedIntake';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    reasonCode: string;
    article?: string;
    /**
     * The insurer’s letter, if an officer records it
     */
    paper?: {
      documentId: string;
      sha256: string;
    };
  };
}

/**
 * The insurer asks for a paper.
 */
export interface TitianClaimInsurerRequestedInformationV1 {
  name: 'insurer-requested-information';
  command: 'insurerRequestsInfo';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    reference: string;
    documents: string[];
    reasonCode: string;
    article?: string;
    /**
     * The insurer’s letter, if an officer records it
     */
    paper?: {
      documentId: string;
      sha256: string;
    };
  };
}

/**
 * Answer the insurer.
 */
export interface TitianClaimInsurerAnsweredV1 {
  name: 'insurer-answered';
  command: 'answerInsurer';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {};
}

/**
 * The insurer has the answer.
 */
export interface TitianClaimInformationDeliveredV1 {
  name: 'information-delivered';
  command: 'informationDelivered';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    /**
     * The insurer’s letter, if an officer records it
     */
    paper?: {
      documentId: string;
      sha256: string;
    };
  };
}

/**
 * Approved in full.
 */
export interface TitianClaimApprovedV1 {
  name: 'approved';
  command: 'approve';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    reference: string;
    /**
     * When the insurer decided: a later one replaces an earlier one
     */
    decidedAt?: string;
    /**
     * Who decided: an objection is decided by another
     */
    decider?: string;
    lines: {
      /**
       * Benefit line, e.g. JKK_RAWAT_LN
       */
      code: string;
      decision: 'approved' | 'rejected' | (string & {});
      approvedIdr: string;
      reasonCode?: string;
      article?: string;
    }[];
    /**
     * The insurer’s letter, if an officer records it
     */
    paper?: {
      documentId: string;
      sha256: string;
    };
  };
}

/**
 * Approved in part.
 */
export interface TitianClaimApprovedInPartV1 {
  name: 'approved-in-part';
  command: 'approvePart';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    reference: string;
    /**
     * When the insurer decided: a later one replaces an earlier one
     */
    decidedAt?: string;
    /**
     * Who decided: an objection is decided by another
     */
    decider?: string;
    lines: {
      /**
       * Benefit line, e.g. JKK_RAWAT_LN
       */
      code: string;
      decision: 'approved' | 'rejected' | (string & {});
      approvedIdr: string;
      reasonCode?: string;
      article?: string;
    }[];
    /**
     * The insurer’s letter, if an officer records it
     */
    paper?: {
      documentId: string;
      sha256: string;
    };
  };
}

/**
 * Rejected.
 */
export interface TitianClaimRejectedV1 {
  name: 'rejected';
  command: 'reject';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    reference: string;
    /**
     * When the insurer decided: a later one replaces an earlier one
     */
    decidedAt?: string;
    /**
     * Who decided: an objection is decided by another
     */
    decider?: string;
    lines: {
      /**
       * Benefit line, e.g. JKK_RAWAT_LN
       */
      code: string;
      decision: 'approved' | 'rejected' | (string & {});
      approvedIdr: string;
      reasonCode?: string;
      article?: string;
    }[];
    /**
     * The insurer’s letter, if an officer records it
     */
    paper?: {
      documentId: string;
      sha256: string;
    };
  };
}

/**
 * Accept the decision.
 */
export interface TitianClaimDecisionAcceptedV1 {
  name: 'decision-accepted';
  command: 'acceptDecision';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {};
}

/**
 * Everything is paid.
 */
export interface TitianClaimSettledV1 {
  name: 'settled';
  command: 'acceptSettled';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {};
}

/**
 * The insurer reverses its decision.
 */
export interface TitianClaimDecisionReversedV1 {
  name: 'decision-reversed';
  command: 'reverseDecision';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    reference: string;
    /**
     * When the insurer decided: a later one replaces an earlier one
     */
    decidedAt?: string;
    /**
     * Who decided: an objection is decided by another
     */
    decider?: string;
    lines: {
      /**
       * Benefit line, e.g. JKK_RAWAT_LN
       */
      code: string;
      decision: 'approved' | 'rejected' | (string & {});
      approvedIdr: string;
      reasonCode?: string;
      article?: string;
    }[];
    /**
     * The insurer’s letter, if an officer records it
     */
    paper?: {
      documentId: string;
      sha256: string;
    };
  };
}

/**
 * Accept the rejection.
 */
export interface TitianClaimRejectionAcceptedV1 {
  name: 'rejection-accepted';
  command: 'acceptRejection';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {};
}

/**
 * Object to the decision.
 */
export interface TitianClaimObjectedV1 {
  name: 'objected';
  command: 'fileObjection';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    reasonCode: string;
    statement?: {
      statementId: string;
      digest: string;
    };
  };
}

/**
 * Object to the rest.
 */
export interface TitianClaimObjectedToRestV1 {
  name: 'objected-to-rest';
  command: 'objectToRest';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    reasonCode: string;
    statement?: {
      statementId: string;
      digest: string;
    };
  };
}

/**
 * The insurer has the objection.
 */
export interface TitianClaimObjectionDeliveredV1 {
  name: 'objection-delivered';
  command: 'objectionDelivered';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    /**
     * The insurer’s letter, if an officer records it
     */
    paper?: {
      documentId: string;
      sha256: string;
    };
  };
}

/**
 * The decision stands.
 */
export interface TitianClaimDecisionMaintainedV1 {
  name: 'decision-maintained';
  command: 'maintain';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    reasonCode: string;
    article: string;
    /**
     * Who decided: an objection is decided by another
     */
    decider?: string;
  };
}

/**
 * The insurer’s list differs.
 */
export interface TitianClaimInsurerDiffersV1 {
  name: 'insurer-differs';
  command: 'reconcileFinding';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    finding: string;
    reference?: string;
  };
}

/**
 * The difference with the insurer is settled.
 */
export interface TitianClaimInsurerDifferenceSettledV1 {
  name: 'insurer-difference-settled';
  command: 'settleFinding';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    reasonCode: string;
  };
}

/**
 * Payment ordered.
 */
export interface TitianClaimPaymentOrderedV1 {
  name: 'payment-ordered';
  command: 'paymentOrdered';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    order: string;
    paymentReference: string;
    /**
     * The insurer’s letter, if an officer records it
     */
    paper?: {
      documentId: string;
      sha256: string;
    };
  };
}

/**
 * The insurer has the payment orders.
 */
export interface TitianClaimOrdersDeliveredV1 {
  name: 'orders-delivered';
  command: 'ordersDelivered';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    /**
     * The insurer’s letter, if an officer records it
     */
    paper?: {
      documentId: string;
      sha256: string;
    };
  };
}

/**
 * Paid.
 */
export interface TitianClaimPaidV1 {
  name: 'paid';
  command: 'paid';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    order: string;
    paymentReference: string;
    /**
     * The insurer’s letter, if an officer records it
     */
    paper?: {
      documentId: string;
      sha256: string;
    };
    paidDay: string;
    amountIdr: string;
  };
}

/**
 * A part is paid.
 */
export interface TitianClaimPaidInPartV1 {
  name: 'paid-in-part';
  command: 'paidPart';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    order: string;
    paymentReference: string;
    /**
     * The insurer’s letter, if an officer records it
     */
    paper?: {
      documentId: string;
      sha256: string;
    };
    paidDay: string;
    amountIdr: string;
  };
}

/**
 * Payment failed.
 */
export interface TitianClaimPaymentFailedV1 {
  name: 'payment-failed';
  command: 'paymentFailed';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    order: string;
    paymentReference: string;
    /**
     * The insurer’s letter, if an officer records it
     */
    paper?: {
      documentId: string;
      sha256: string;
    };
    reasonCode: string;
  };
}

/**
 * The payment came back.
 */
export interface TitianClaimPaymentReturnedV1 {
  name: 'payment-returned';
  command: 'paymentReturned';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    order: string;
    paymentReference: string;
    /**
     * The insurer’s letter, if an officer records it
     */
    paper?: {
      documentId: string;
      sha256: string;
    };
    reasonCode: string;
  };
}

/**
 * Explain a difference in the payment.
 */
export interface TitianClaimDifferenceExplainedV1 {
  name: 'difference-explained';
  command: 'explainDifference';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    order: string;
    paymentReference: string;
    paidDay: string;
    amountIdr: string;
    reasonCode: string;
    /**
     * What proves the amount
     */
    paper: {
      documentId: string;
      sha256: string;
    };
  };
}

/**
 * Explain amounts that do not add up.
 */
export interface TitianClaimAmountsExplainedV1 {
  name: 'amounts-explained';
  command: 'explainAmounts';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    /**
     * Benefit line, e.g. JKK_RAWAT_LN
     */
    line: string;
    reasonCode: string;
    /**
     * What proves it
     */
    paper: {
      documentId: string;
      sha256: string;
    };
  };
}

/**
 * Verify the account of the payee.
 */
export interface TitianClaimAccountVerifiedV1 {
  name: 'account-verified';
  command: 'verifyAccount';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    payee?: string;
    against: 'PASSBOOK' | 'BANK_LETTER' | 'BANK_CALL' | (string & {});
  };
}

/**
 * Order the payment again.
 */
export interface TitianClaimPaymentReorderedV1 {
  name: 'payment-reordered';
  command: 'reorderPayment';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {};
}

/**
 * Hold a payee back.
 */
export interface TitianClaimPayeeBlockedV1 {
  name: 'payee-blocked';
  command: 'blockPayee';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    payee?: string;
    reasonCode: string;
  };
}

/**
 * The money has arrived.
 */
export interface TitianClaimReceiptConfirmedV1 {
  name: 'receipt-confirmed';
  command: 'confirmReceipt';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    /**
     * How the family was asked or saw it: never the insurer’s own word
     */
    channel: 'VISIT' | 'PHONE' | 'MESSAGE' | 'BANK_RECORD' | (string & {});
    payee?: string;
  };
}

/**
 * One payee has the money.
 */
export interface TitianClaimReceiptConfirmedInPartV1 {
  name: 'receipt-confirmed-in-part';
  command: 'confirmPart';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    channel: 'VISIT' | 'PHONE' | 'MESSAGE' | 'BANK_RECORD' | (string & {});
    payee: string;
  };
}

/**
 * The money has not arrived.
 */
export interface TitianClaimReceiptDisputedV1 {
  name: 'receipt-disputed';
  command: 'disputeReceipt';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    payee?: string;
  };
}

/**
 * The insurer proves the payment.
 */
export interface TitianClaimDisputeSettledV1 {
  name: 'dispute-settled';
  command: 'insurerSettlesDispute';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    paymentReference: string;
  };
}

/**
 * This year’s scholarship has arrived.
 */
export interface TitianClaimSchoolYearConfirmedV1 {
  name: 'school-year-confirmed';
  command: 'confirmSchoolYear';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    /**
     * How the family was asked or saw it: never the insurer’s own word
     */
    channel: 'VISIT' | 'PHONE' | 'MESSAGE' | 'BANK_RECORD' | (string & {});
    payee?: string;
  };
}

/**
 * Begin the next year of scholarship.
 */
export interface TitianClaimSchoolYearBegunV1 {
  name: 'school-year-begun';
  command: 'beginSchoolYear';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    level: 'TK' | 'SD' | 'SMP' | 'SMA' | 'PT' | (string & {});
  };
}

/**
 * The child has left school.
 */
export interface TitianClaimSchoolLeftV1 {
  name: 'school-left';
  command: 'leaveSchool';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    reasonCode: string;
  };
}

/**
 * Ask another body for help.
 */
export interface TitianClaimReferredV1 {
  name: 'referred';
  command: 'refer';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    body:
      | 'DESA'
      | 'KECAMATAN'
      | 'DISNAKER'
      | 'BP3MI'
      | 'KP2MI'
      | 'PERWAKILAN'
      | 'BPJS'
      | 'POLRI'
      | 'LPSK'
      | 'LAIN'
      | (string & {});
    reasonCode: string;
    /**
     * That the person whom the case is about agrees to another office seeing it
     */
    consent: {
      /**
       * Who agreed; NOBODY only where nobody can be asked
       */
      by: 'SUBJECT' | 'HEIR' | 'PARENT' | 'GUARDIAN' | 'PROXY' | 'NOBODY' | (string & {});
      /**
       * NOT_ASKED goes with NOBODY and with nothing else
       */
      how: 'WRITTEN' | 'SPOKEN' | 'CALL' | 'MESSAGE' | 'NOT_ASKED' | (string & {});
      /**
       * Day on which it was given
       */
      day: string;
      /**
       * The worker is a child: a parent or guardian agrees
       */
      minor?: boolean;
      /**
       * The words or the paper of the consent (statement store)
       */
      statement?: {
        statementId: string;
        digest: string;
      };
    };
    statement?: {
      statementId: string;
      digest: string;
    };
  };
}

/**
 * Accept the referral.
 */
export interface TitianClaimReferralAcceptedV1 {
  name: 'referral-accepted';
  command: 'acceptReferral';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {};
}

/**
 * Decline the referral.
 */
export interface TitianClaimReferralDeclinedV1 {
  name: 'referral-declined';
  command: 'declineReferral';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    reasonCode: string;
    statement?: {
      statementId: string;
      digest: string;
    };
  };
}

/**
 * Return the referral.
 */
export interface TitianClaimReferralReturnedV1 {
  name: 'referral-returned';
  command: 'returnReferral';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    reasonCode: string;
    statement?: {
      statementId: string;
      digest: string;
    };
  };
}

/**
 * Transfer to another body.
 */
export interface TitianClaimTransferOfferedV1 {
  name: 'transfer-offered';
  command: 'transfer';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    body:
      | 'DESA'
      | 'KECAMATAN'
      | 'DISNAKER'
      | 'BP3MI'
      | 'KP2MI'
      | 'PERWAKILAN'
      | 'BPJS'
      | 'POLRI'
      | 'LPSK'
      | 'LAIN'
      | (string & {});
    reasonCode: string;
    /**
     * That the person whom the case is about agrees to another office seeing it
     */
    consent: {
      /**
       * Who agreed; NOBODY only where nobody can be asked
       */
      by: 'SUBJECT' | 'HEIR' | 'PARENT' | 'GUARDIAN' | 'PROXY' | 'NOBODY' | (string & {});
      /**
       * NOT_ASKED goes with NOBODY and with nothing else
       */
      how: 'WRITTEN' | 'SPOKEN' | 'CALL' | 'MESSAGE' | 'NOT_ASKED' | (string & {});
      /**
       * Day on which it was given
       */
      day: string;
      /**
       * The worker is a child: a parent or guardian agrees
       */
      minor?: boolean;
      /**
       * The words or the paper of the consent (statement store)
       */
      statement?: {
        statementId: string;
        digest: string;
      };
    };
  };
}

/**
 * Accept the transfer.
 */
export interface TitianClaimTransferAcceptedV1 {
  name: 'transfer-accepted';
  command: 'acceptTransfer';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {};
}

/**
 * Decline the transfer.
 */
export interface TitianClaimTransferDeclinedV1 {
  name: 'transfer-declined';
  command: 'declineTransfer';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    reasonCode: string;
    statement?: {
      statementId: string;
      digest: string;
    };
  };
}

/**
 * Take the transfer back.
 */
export interface TitianClaimTransferRecalledV1 {
  name: 'transfer-recalled';
  command: 'recallTransfer';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    reasonCode: string;
    statement?: {
      statementId: string;
      digest: string;
    };
  };
}

/**
 * Withdraw the claim.
 */
export interface TitianClaimWithdrawnV1 {
  name: 'withdrawn';
  command: 'withdraw';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    reasonCode: string;
  };
}

/**
 * Withdraw a claim the insurer has.
 */
export interface TitianClaimWithdrawalSentV1 {
  name: 'withdrawal-sent';
  command: 'withdrawSubmitted';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    reasonCode: string;
  };
}

/**
 * The insurer lets the claim go.
 */
export interface TitianClaimWithdrawalAcceptedV1 {
  name: 'withdrawal-accepted';
  command: 'insurerAcceptsWithdrawal';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    reasonCode: string;
    /**
     * The insurer’s letter, if an officer records it
     */
    paper?: {
      documentId: string;
      sha256: string;
    };
  };
}

/**
 * The insurer goes on with the claim.
 */
export interface TitianClaimWithdrawalRefusedV1 {
  name: 'withdrawal-refused';
  command: 'insurerRefusesWithdrawal';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    reasonCode: string;
    /**
     * The insurer’s letter, if an officer records it
     */
    paper?: {
      documentId: string;
      sha256: string;
    };
  };
}

/**
 * Reopen.
 */
export interface TitianClaimReopenedV1 {
  name: 'reopened';
  command: 'reopen';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    reasonCode: string;
  };
}

/**
 * Add a note.
 */
export interface TitianClaimNotedV1 {
  name: 'noted';
  command: 'addNote';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    statement: {
      statementId: string;
      digest: string;
    };
  };
}

/**
 * Tell the family.
 */
export interface TitianClaimFamilyToldV1 {
  name: 'family-told';
  command: 'messageFamily';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    statement: {
      statementId: string;
      digest: string;
    };
  };
}

/**
 * Link with another case.
 */
export interface TitianClaimLinkedV1 {
  name: 'linked';
  command: 'linkCase';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    caseId: string;
    relation: 'complaint' | 'child' | 'appeal' | 'placement' | (string & {});
  };
}

/**
 * The child case is open.
 */
export interface TitianClaimLinkedCaseOpenedV1 {
  name: 'linked-case-opened';
  command: 'linkedCaseOpened';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    caseId: string;
    relation: 'scholarship' | (string & {});
  };
}

/**
 * The child case could not be opened.
 */
export interface TitianClaimLinkedCaseRefusedV1 {
  name: 'linked-case-refused';
  command: 'linkedCaseRefused';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    refusal: string;
  };
}

/**
 * Wait for another party.
 */
export interface TitianClaimWaitingForOtherV1 {
  name: 'waiting-for-other';
  command: 'suspendForOther';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    reasonCode: string;
  };
}

/**
 * Hold for the law.
 */
export interface TitianClaimHeldLegallyV1 {
  name: 'held-legally';
  command: 'holdLegally';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    reasonCode: string;
  };
}

/**
 * Resume.
 */
export interface TitianClaimResumedV1 {
  name: 'resumed';
  command: 'resume';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {};
}

/**
 * Climb the ladder by hand.
 */
export interface TitianClaimEscalatedByHandV1 {
  name: 'escalated-by-hand';
  command: 'escalateByHand';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    reasonCode: string;
  };
}

/**
 * Mark as urgent.
 */
export interface TitianClaimMarkedUrgentV1 {
  name: 'marked-urgent';
  command: 'markUrgent';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    urgentSigns: 'DANGER' | 'DETENTION' | 'VIOLENCE' | 'TRAFFICKING' | 'CRITICAL_ILLNESS' | 'DEATH' | (string & {})[];
  };
}

/**
 * Suspect a duplicate.
 */
export interface TitianClaimDuplicateSuspectedV1 {
  name: 'duplicate-suspected';
  command: 'suspectDuplicate';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    caseId: string;
  };
}

/**
 * Flag a suspected fraud.
 */
export interface TitianClaimFraudSuspectedV1 {
  name: 'fraud-suspected';
  command: 'flagFraud';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    reasonCode: string;
  };
}

/**
 * Clear the suspicion of fraud.
 */
export interface TitianClaimFraudClearedV1 {
  name: 'fraud-cleared';
  command: 'clearFraud';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    reasonCode: string;
  };
}

/**
 * Propose to void it.
 */
export interface TitianClaimVoidProposedV1 {
  name: 'void-proposed';
  command: 'proposeVoid';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    reasonCode: string;
    article: string;
  };
}

/**
 * Agree to void it.
 */
export interface TitianClaimVoidedV1 {
  name: 'voided';
  command: 'confirmVoid';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {};
}

/**
 * Refuse to void it.
 */
export interface TitianClaimVoidRefusedV1 {
  name: 'void-refused';
  command: 'rejectVoid';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    reasonCode: string;
  };
}

/**
 * Close as expired.
 */
export interface TitianClaimExpiredV1 {
  name: 'expired';
  command: 'closeExpired';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    reasonCode: string;
    article: string;
  };
}

/**
 * Record an appeal.
 */
export interface TitianClaimAppealFiledV1 {
  name: 'appeal-filed';
  command: 'recordAppeal';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    body: 'OMBUDSMAN' | 'COURT' | (string & {});
    reference?: string;
    day: string;
  };
}

/**
 * Open the scholarship of a child.
 */
export interface TitianClaimScholarshipWantedV1 {
  name: 'scholarship-wanted';
  command: 'openScholarship';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    /**
     * Who the child is (statement store)
     */
    child: {
      statementId: string;
      digest: string;
    };
    level: 'TK' | 'SD' | 'SMP' | 'SMA' | 'PT' | (string & {});
    askedIdr: string;
  };
}

/**
 * Record the search for the same worker.
 */
export interface TitianClaimDuplicatesSearchedV1 {
  name: 'duplicates-searched';
  command: 'recordDuplicateSearch';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    /**
     * Cases that may be of the same worker, or this very matter
     */
    found: {
      caseId: string;
      rule: 'NIK' | 'NIK_AND_EVENT' | 'NAME_BIRTH_VILLAGE' | (string & {});
    }[];
  };
}

/**
 * It is the same worker.
 */
export interface TitianClaimSameWorkerConfirmedV1 {
  name: 'same-worker-confirmed';
  command: 'confirmSameWorker';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    caseId: string;
    reasonCode: string;
  };
}

/**
 * Start a draft.
 */
export interface TitianComplaintDraftOpenedV1 {
  name: 'draft-opened';
  command: 'openDraft';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    /**
     * Category of the complaint, e.g. GAJI_TIDAK_DIBAYAR
     */
    category?: string;
    reporter?: {
      relation:
        'PARTICIPANT' | 'FAMILY' | 'NEIGHBOUR' | 'VILLAGE' | 'LAWYER' | 'ORGANISATION' | 'OTHER' | (string & {});
    };
    /**
     * Who the worker is (statement store)
     */
    subject?: {
      statementId: string;
      digest: string;
    };
    /**
     * What happened, in words (statement store)
     */
    account?: {
      statementId: string;
      digest: string;
    };
    /**
     * How the reporter can be reached (statement store)
     */
    contact?: {
      statementId: string;
      digest: string;
    };
    /**
     * The worker agrees, if somebody else reports
     */
    consent?: boolean;
    /**
     * Signs of danger; any one makes the complaint urgent
     */
    urgentSigns?: 'DANGER' | 'DETENTION' | 'VIOLENCE' | 'TRAFFICKING' | 'CRITICAL_ILLNESS' | 'DEATH' | (string & {})[];
    /**
     * Where the worker is, ISO 3166 alpha-2
     */
    country?: string;
    placement?: {
      status: 'PROCEDURAL' | 'NONPROCEDURAL' | 'UNKNOWN' | (string & {});
      phase: 'BEFORE' | 'DURING' | 'AFTER' | (string & {});
      by: 'P3MI' | 'BP2MI' | 'PERSEORANGAN' | 'UNKNOWN' | (string & {});
    };
    /**
     * What the reporter wants, e.g. UPAH_DIBAYAR
     */
    demands?: string[];
    /**
     * Village code of the interior ministry, e.g. 35.05.08.2003
     */
    areaCode: string;
  };
}

/**
 * Change the draft.
 */
export interface TitianComplaintDraftChangedV1 {
  name: 'draft-changed';
  command: 'editDraft';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    /**
     * Category of the complaint, e.g. GAJI_TIDAK_DIBAYAR
     */
    category?: string;
    reporter?: {
      relation:
        'PARTICIPANT' | 'FAMILY' | 'NEIGHBOUR' | 'VILLAGE' | 'LAWYER' | 'ORGANISATION' | 'OTHER' | (string & {});
    };
    /**
     * Who the worker is (statement store)
     */
    subject?: {
      statementId: string;
      digest: string;
    };
    /**
     * What happened, in words (statement store)
     */
    account?: {
      statementId: string;
      digest: string;
    };
    /**
     * How the reporter can be reached (statement store)
     */
    contact?: {
      statementId: string;
      digest: string;
    };
    /**
     * The worker agrees, if somebody else reports
     */
    consent?: boolean;
    /**
     * Signs of danger; any one makes the complaint urgent
     */
    urgentSigns?: 'DANGER' | 'DETENTION' | 'VIOLENCE' | 'TRAFFICKING' | 'CRITICAL_ILLNESS' | 'DEATH' | (string & {})[];
    /**
     * Where the worker is, ISO 3166 alpha-2
     */
    country?: string;
    placement?: {
      status: 'PROCEDURAL' | 'NONPROCEDURAL' | 'UNKNOWN' | (string & {});
      phase: 'BEFORE' | 'DURING' | 'AFTER' | (string & {});
      by: 'P3MI' | 'BP2MI' | 'PERSEORANGAN' | 'UNKNOWN' | (string & {});
    };
    /**
     * What the reporter wants, e.g. UPAH_DIBAYAR
     */
    demands?: string[];
  };
}

/**
 * Discard the draft.
 */
export interface TitianComplaintDraftDiscardedV1 {
  name: 'draft-discarded';
  command: 'discardDraft';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    reasonCode: string;
  };
}

/**
 * Send the complaint.
 */
export interface TitianComplaintSubmittedV1 {
  name: 'submitted';
  command: 'submit';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {};
}

/**
 * File a complaint.
 */
export interface TitianComplaintFiledV1 {
  name: 'filed';
  command: 'fileComplaint';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    /**
     * Category of the complaint, e.g. GAJI_TIDAK_DIBAYAR
     */
    category: string;
    reporter: {
      relation:
        'PARTICIPANT' | 'FAMILY' | 'NEIGHBOUR' | 'VILLAGE' | 'LAWYER' | 'ORGANISATION' | 'OTHER' | (string & {});
    };
    /**
     * Who the worker is (statement store)
     */
    subject: {
      statementId: string;
      digest: string;
    };
    /**
     * What happened, in words (statement store)
     */
    account: {
      statementId: string;
      digest: string;
    };
    /**
     * How the reporter can be reached (statement store)
     */
    contact?: {
      statementId: string;
      digest: string;
    };
    /**
     * The worker agrees, if somebody else reports
     */
    consent?: boolean;
    /**
     * Signs of danger; any one makes the complaint urgent
     */
    urgentSigns?: 'DANGER' | 'DETENTION' | 'VIOLENCE' | 'TRAFFICKING' | 'CRITICAL_ILLNESS' | 'DEATH' | (string & {})[];
    /**
     * Where the worker is, ISO 3166 alpha-2
     */
    country?: string;
    placement?: {
      status: 'PROCEDURAL' | 'NONPROCEDURAL' | 'UNKNOWN' | (string & {});
      phase: 'BEFORE' | 'DURING' | 'AFTER' | (string & {});
      by: 'P3MI' | 'BP2MI' | 'PERSEORANGAN' | 'UNKNOWN' | (string & {});
    };
    /**
     * What the reporter wants, e.g. UPAH_DIBAYAR
     */
    demands?: string[];
    /**
     * Village code of the interior ministry, e.g. 35.05.08.2003
     */
    areaCode: string;
    /**
     * When the letter was received, if before today; clocks run from then
     */
    receivedAt?: string;
  };
}

/**
 * Acknowledge.
 */
export interface TitianComplaintAcknowledgedV1 {
  name: 'acknowledged';
  command: 'acknowledge';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {};
}

/**
 * Mark as urgent.
 */
export interface TitianComplaintMarkedUrgentV1 {
  name: 'marked-urgent';
  command: 'markUrgent';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    urgentSigns: 'DANGER' | 'DETENTION' | 'VIOLENCE' | 'TRAFFICKING' | 'CRITICAL_ILLNESS' | 'DEATH' | (string & {})[];
  };
}

/**
 * The family was reached.
 */
export interface TitianComplaintFamilyReachedV1 {
  name: 'family-reached';
  command: 'contact';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    channel: 'PHONE' | 'MESSAGE' | 'VISIT' | 'LETTER' | 'EMAIL' | (string & {});
  };
}

/**
 * The file is complete.
 */
export interface TitianComplaintCompletedV1 {
  name: 'completed';
  command: 'confirmComplete';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    identityChecked: boolean;
    duplicatesSearched: boolean;
  };
}

/**
 * Ask the family for what is missing.
 */
export interface TitianComplaintInformationRequestedV1 {
  name: 'information-requested';
  command: 'requestInfo';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    wanted: string[];
    reasonCode: string;
    statement?: {
      statementId: string;
      digest: string;
    };
  };
}

/**
 * What was missing has come.
 */
export interface TitianComplaintInformationReceivedV1 {
  name: 'information-received';
  command: 'answerInfo';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    statement?: {
      statementId: string;
      digest: string;
    };
  };
}

/**
 * Close for want of an answer.
 */
export interface TitianComplaintClosedUnansweredV1 {
  name: 'closed-unanswered';
  command: 'closeUnanswered';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    reasonCode: string;
  };
}

/**
 * Suspect a duplicate.
 */
export interface TitianComplaintDuplicateSuspectedV1 {
  name: 'duplicate-suspected';
  command: 'suspectDuplicate';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    caseId: string;
  };
}

/**
 * Record the search for the same worker.
 */
export interface TitianComplaintDuplicatesSearchedV1 {
  name: 'duplicates-searched';
  command: 'recordDuplicateSearch';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    /**
     * Cases that may be of the same worker, or this very matter
     */
    found: {
      caseId: string;
      rule: 'NIK' | 'NIK_AND_EVENT' | 'NAME_BIRTH_VILLAGE' | (string & {});
    }[];
  };
}

/**
 * It is the same worker.
 */
export interface TitianComplaintSameWorkerConfirmedV1 {
  name: 'same-worker-confirmed';
  command: 'confirmSameWorker';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    caseId: string;
    reasonCode: string;
  };
}

/**
 * It is another worker.
 */
export interface TitianComplaintDuplicateDismissedV1 {
  name: 'duplicate-dismissed';
  command: 'dismissDuplicate';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    caseId: string;
    reasonCode: string;
  };
}

/**
 * Propose to void it.
 */
export interface TitianComplaintVoidProposedV1 {
  name: 'void-proposed';
  command: 'proposeVoid';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    reasonCode: string;
  };
}

/**
 * Agree to void it.
 */
export interface TitianComplaintVoidedV1 {
  name: 'voided';
  command: 'confirmVoid';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {};
}

/**
 * Refuse to void it.
 */
export interface TitianComplaintVoidRefusedV1 {
  name: 'void-refused';
  command: 'rejectVoid';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    reasonCode: string;
  };
}

/**
 * Give it to the competent body.
 */
export interface TitianComplaintDisposedV1 {
  name: 'disposed';
  command: 'dispose';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    body:
      | 'DESA'
      | 'KECAMATAN'
      | 'DISNAKER'
      | 'BP3MI'
      | 'KP2MI'
      | 'PERWAKILAN'
      | 'BPJS'
      | 'POLRI'
      | 'LPSK'
      | 'LAIN'
      | (string & {});
    severity: 'LIGHT' | 'INFORMATION' | 'STANDARD' | 'EXAMINATION' | (string & {});
    category: string;
  };
}

/**
 * Ask another body for help.
 */
export interface TitianComplaintReferredV1 {
  name: 'referred';
  command: 'refer';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    body:
      | 'DESA'
      | 'KECAMATAN'
      | 'DISNAKER'
      | 'BP3MI'
      | 'KP2MI'
      | 'PERWAKILAN'
      | 'BPJS'
      | 'POLRI'
      | 'LPSK'
      | 'LAIN'
      | (string & {});
    reasonCode: string;
    /**
     * That the person whom the case is about agrees to another office seeing it
     */
    consent: {
      /**
       * Who agreed; NOBODY only where nobody can be asked
       */
      by: 'SUBJECT' | 'HEIR' | 'PARENT' | 'GUARDIAN' | 'PROXY' | 'NOBODY' | (string & {});
      /**
       * NOT_ASKED goes with NOBODY and with nothing else
       */
      how: 'WRITTEN' | 'SPOKEN' | 'CALL' | 'MESSAGE' | 'NOT_ASKED' | (string & {});
      /**
       * Day on which it was given
       */
      day: string;
      /**
       * The worker is a child: a parent or guardian agrees
       */
      minor?: boolean;
      /**
       * The words or the paper of the consent (statement store)
       */
      statement?: {
        statementId: string;
        digest: string;
      };
    };
    statement?: {
      statementId: string;
      digest: string;
    };
  };
}

/**
 * Accept the referral.
 */
export interface TitianComplaintReferralAcceptedV1 {
  name: 'referral-accepted';
  command: 'acceptReferral';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {};
}

/**
 * Decline the referral.
 */
export interface TitianComplaintReferralDeclinedV1 {
  name: 'referral-declined';
  command: 'declineReferral';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    reasonCode: string;
    statement?: {
      statementId: string;
      digest: string;
    };
  };
}

/**
 * Return the referral.
 */
export interface TitianComplaintReferralReturnedV1 {
  name: 'referral-returned';
  command: 'returnReferral';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    reasonCode: string;
    statement?: {
      statementId: string;
      digest: string;
    };
  };
}

/**
 * Transfer to another body.
 */
export interface TitianComplaintTransferOfferedV1 {
  name: 'transfer-offered';
  command: 'transfer';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    body:
      | 'DESA'
      | 'KECAMATAN'
      | 'DISNAKER'
      | 'BP3MI'
      | 'KP2MI'
      | 'PERWAKILAN'
      | 'BPJS'
      | 'POLRI'
      | 'LPSK'
      | 'LAIN'
      | (string & {});
    reasonCode: string;
    /**
     * That the person whom the case is about agrees to another office seeing it
     */
    consent: {
      /**
       * Who agreed; NOBODY only where nobody can be asked
       */
      by: 'SUBJECT' | 'HEIR' | 'PARENT' | 'GUARDIAN' | 'PROXY' | 'NOBODY' | (string & {});
      /**
       * NOT_ASKED goes with NOBODY and with nothing else
       */
      how: 'WRITTEN' | 'SPOKEN' | 'CALL' | 'MESSAGE' | 'NOT_ASKED' | (string & {});
      /**
       * Day on which it was given
       */
      day: string;
      /**
       * The worker is a child: a parent or guardian agrees
       */
      minor?: boolean;
      /**
       * The words or the paper of the consent (statement store)
       */
      statement?: {
        statementId: string;
        digest: string;
      };
    };
    severity?: 'LIGHT' | 'INFORMATION' | 'STANDARD' | 'EXAMINATION' | (string & {});
  };
}

/**
 * Accept the transfer.
 */
export interface TitianComplaintTransferAcceptedV1 {
  name: 'transfer-accepted';
  command: 'acceptTransfer';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {};
}

/**
 * Decline the transfer.
 */
export interface TitianComplaintTransferDeclinedV1 {
  name: 'transfer-declined';
  command: 'declineTransfer';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    reasonCode: string;
    statement?: {
      statementId: string;
      digest: string;
    };
  };
}

/**
 * Take the transfer back.
 */
export interface TitianComplaintTransferRecalledV1 {
  name: 'transfer-recalled';
  command: 'recallTransfer';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    reasonCode: string;
    statement?: {
      statementId: string;
      digest: string;
    };
  };
}

/**
 * Not competent.
 */
export interface TitianComplaintFoundNotCompetentV1 {
  name: 'found-not-competent';
  command: 'notCompetent';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    body:
      | 'DESA'
      | 'KECAMATAN'
      | 'DISNAKER'
      | 'BP3MI'
      | 'KP2MI'
      | 'PERWAKILAN'
      | 'BPJS'
      | 'POLRI'
      | 'LPSK'
      | 'LAIN'
      | (string & {});
    reasonCode: string;
    /**
     * That the person whom the case is about agrees to another office seeing it
     */
    consent: {
      /**
       * Who agreed; NOBODY only where nobody can be asked
       */
      by: 'SUBJECT' | 'HEIR' | 'PARENT' | 'GUARDIAN' | 'PROXY' | 'NOBODY' | (string & {});
      /**
       * NOT_ASKED goes with NOBODY and with nothing else
       */
      how: 'WRITTEN' | 'SPOKEN' | 'CALL' | 'MESSAGE' | 'NOT_ASKED' | (string & {});
      /**
       * Day on which it was given
       */
      day: string;
      /**
       * The worker is a child: a parent or guardian agrees
       */
      minor?: boolean;
      /**
       * The words or the paper of the consent (statement store)
       */
      statement?: {
        statementId: string;
        digest: string;
      };
    };
    severity?: 'LIGHT' | 'INFORMATION' | 'STANDARD' | 'EXAMINATION' | (string & {});
  };
}

/**
 * Record the handover to a body outside.
 */
export interface TitianComplaintHandedOverV1 {
  name: 'handed-over';
  command: 'recordHandover';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    reference: string;
  };
}

/**
 * Record what the body outside did.
 */
export interface TitianComplaintOutsideResultRecordedV1 {
  name: 'outside-result-recorded';
  command: 'recordOutsideResult';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    statement: {
      statementId: string;
      digest: string;
    };
  };
}

/**
 * Assign a unit.
 */
export interface TitianComplaintUnitAssignedV1 {
  name: 'unit-assigned';
  command: 'assignUnit';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    unit: string;
  };
}

/**
 * Record a finding.
 */
export interface TitianComplaintFindingRecordedV1 {
  name: 'finding-recorded';
  command: 'recordFinding';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    finding: string;
    statement?: {
      statementId: string;
      digest: string;
    };
  };
}

/**
 * Record the first clarification.
 */
export interface TitianComplaintFirstClarifiedV1 {
  name: 'first-clarified';
  command: 'recordFirstClarification';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    statement: {
      statementId: string;
      digest: string;
    };
  };
}

/**
 * Record the second clarification.
 */
export interface TitianComplaintSecondClarifiedV1 {
  name: 'second-clarified';
  command: 'recordSecondClarification';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    statement: {
      statementId: string;
      digest: string;
    };
  };
}

/**
 * The commitment was kept.
 */
export interface TitianComplaintCommitmentKeptV1 {
  name: 'commitment-kept';
  command: 'commitmentKept';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {};
}

/**
 * Recommend a sanction.
 */
export interface TitianComplaintSanctionRecommendedV1 {
  name: 'sanction-recommended';
  command: 'recommendSanction';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    statement: {
      statementId: string;
      digest: string;
    };
  };
}

/**
 * Propose to cash the company’s deposit.
 */
export interface TitianComplaintDepositClaimedV1 {
  name: 'deposit-claimed';
  command: 'claimDeposit';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    statement: {
      statementId: string;
      digest: string;
    };
  };
}

/**
 * Start a mediation.
 */
export interface TitianComplaintMediationStartedV1 {
  name: 'mediation-started';
  command: 'startMediation';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    sessionDay: string;
  };
}

/**
 * The parties agree.
 */
export interface TitianComplaintSettledV1 {
  name: 'settled';
  command: 'settle';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    bothCalled: boolean;
    result: 'resolved' | 'partly_resolved' | (string & {});
    /**
     * What the parties agreed (statement store)
     */
    statement: {
      statementId: string;
      digest: string;
    };
  };
}

/**
 * The mediation failed.
 */
export interface TitianComplaintMediationFailedV1 {
  name: 'mediation-failed';
  command: 'failMediation';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    bothCalled: boolean;
    reasonCode: string;
  };
}

/**
 * Propose a resolution.
 */
export interface TitianComplaintResolutionProposedV1 {
  name: 'resolution-proposed';
  command: 'proposeResolution';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    result: 'resolved' | 'partly_resolved' | 'not_proven' | 'rejected' | (string & {});
    /**
     * The resolution in plain words (statement store)
     */
    statement: {
      statementId: string;
      digest: string;
    };
    article: string;
    reasonCode?: string;
    /**
     * How the reporter was told, and whether it worked
     */
    told: {
      channel: 'PHONE' | 'MESSAGE' | 'VISIT' | 'LETTER' | 'EMAIL' | (string & {});
      reached: boolean;
    };
  };
}

/**
 * Accept the resolution.
 */
export interface TitianComplaintResolutionAcceptedV1 {
  name: 'resolution-accepted';
  command: 'acceptResolution';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {};
}

/**
 * Reject the resolution.
 */
export interface TitianComplaintResolutionRejectedV1 {
  name: 'resolution-rejected';
  command: 'rejectResolution';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    reasonCode: string;
    statement?: {
      statementId: string;
      digest: string;
    };
  };
}

/**
 * Close after silence.
 */
export interface TitianComplaintClosedAfterSilenceV1 {
  name: 'closed-after-silence';
  command: 'supervisorClose';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {};
}

/**
 * Object to the resolution.
 */
export interface TitianComplaintObjectedV1 {
  name: 'objected';
  command: 'fileObjection';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    reasonCode: string;
    statement?: {
      statementId: string;
      digest: string;
    };
  };
}

/**
 * The resolution stands.
 */
export interface TitianComplaintObjectionDismissedV1 {
  name: 'objection-dismissed';
  command: 'uphold';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    reasonCode: string;
    article: string;
    statement?: {
      statementId: string;
      digest: string;
    };
  };
}

/**
 * The resolution is overturned.
 */
export interface TitianComplaintObjectionGrantedV1 {
  name: 'objection-granted';
  command: 'overturn';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    reasonCode: string;
    article: string;
    statement?: {
      statementId: string;
      digest: string;
    };
  };
}

/**
 * Reopen.
 */
export interface TitianComplaintReopenedV1 {
  name: 'reopened';
  command: 'reopen';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    reasonCode: string;
  };
}

/**
 * Attach a paper.
 */
export interface TitianComplaintEvidenceAddedV1 {
  name: 'evidence-added';
  command: 'attach';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    requirement: string;
    document: string;
    documentId: string;
    sha256: string;
  };
}

/**
 * Wait for another party.
 */
export interface TitianComplaintWaitingForOtherV1 {
  name: 'waiting-for-other';
  command: 'suspendForOther';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    reasonCode: string;
  };
}

/**
 * Hold for the law.
 */
export interface TitianComplaintHeldLegallyV1 {
  name: 'held-legally';
  command: 'holdLegally';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    reasonCode: string;
  };
}

/**
 * Begin litigation.
 */
export interface TitianComplaintLitigationBegunV1 {
  name: 'litigation-begun';
  command: 'beginLitigation';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {};
}

/**
 * Resume.
 */
export interface TitianComplaintResumedV1 {
  name: 'resumed';
  command: 'resume';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {};
}

/**
 * Change the category.
 */
export interface TitianComplaintCategoryChangedV1 {
  name: 'category-changed';
  command: 'changeCategory';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    category: string;
    reasonCode: string;
  };
}

/**
 * Open a claim of social security.
 */
export interface TitianComplaintClaimWantedV1 {
  name: 'claim-wanted';
  command: 'openClaim';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    /**
     * Claim type, e.g. JKK_RAWAT_LN
     */
    claimType:
      | 'JKK_RAWAT_LN'
      | 'JKK_RAWAT_RI'
      | 'JKK_MENINGGAL'
      | 'JKK_CACAT_SEBAGIAN'
      | 'JKK_CACAT_TOTAL'
      | 'JKK_PHK_KECELAKAAN'
      | 'JKK_GAGAL_BERANGKAT'
      | 'JKK_KERUGIAN_PULANG'
      | 'JKK_GAGAL_DITEMPATKAN'
      | 'JKK_TIDAK_SESUAI_PK'
      | 'JKK_PHK_SEPIHAK'
      | 'JKK_PEMERKOSAAN'
      | 'JKK_PEMULANGAN'
      | 'JKM_SEBELUM'
      | 'JKM_SELAMA'
      | 'JKM_SETELAH'
      | 'JHT_MENINGGAL'
      | 'JHT_CACAT_TOTAL'
      | 'JHT_USIA_56'
      | 'JHT_GAGAL_BERANGKAT'
      | 'BEASISWA'
      | (string & {});
    /**
     * Day of the accident, death or other event, where it happened
     */
    riskDay: string;
    riskCountry: string;
    lines: {
      /**
       * Benefit line, e.g. JKK_RAWAT_LN
       */
      code:
        | 'JKK_RAWAT_LN'
        | 'JKK_RAWAT_RI'
        | 'JKK_RAWAT_RUMAH'
        | 'JKK_TRANSPORT'
        | 'JKK_ALAT_DENGAR'
        | 'JKK_KACAMATA'
        | 'JKK_GIGI_TIRUAN'
        | 'JKK_ORTHESE'
        | 'JKK_CACAT_SEBAGIAN'
        | 'JKK_CACAT_TOTAL'
        | 'JKK_BERKALA'
        | 'JKK_MENINGGAL'
        | 'JKK_GAGAL_BERANGKAT'
        | 'JKK_GAGAL_DITEMPATKAN'
        | 'JKK_TIDAK_SESUAI_PK'
        | 'JKK_PHK_SEPIHAK'
        | 'JKK_PHK_KECELAKAAN'
        | 'JKK_PEMERKOSAAN'
        | 'JKK_KERUGIAN_PULANG'
        | 'JKK_PELATIHAN'
        | 'JKK_PULANG_BERMASALAH'
        | 'JKK_PULANG_KECELAKAAN'
        | 'JKM_SELAMA'
        | 'JKM_SEBELUM'
        | 'JKM_SETELAH'
        | 'JHT_MENINGGAL'
        | 'JHT_CACAT_TOTAL'
        | 'JHT_USIA_56'
        | 'JHT_GAGAL_BERANGKAT'
        | 'BEASISWA'
        | 'BEASISWA_TK'
        | 'BEASISWA_SD'
        | 'BEASISWA_SMP'
        | 'BEASISWA_SMA'
        | 'BEASISWA_PT'
        | (string & {});
      askedIdr: string;
    }[];
  };
}

/**
 * Add a note.
 */
export interface TitianComplaintNotedV1 {
  name: 'noted';
  command: 'addNote';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    statement: {
      statementId: string;
      digest: string;
    };
  };
}

/**
 * Tell the family.
 */
export interface TitianComplaintFamilyToldV1 {
  name: 'family-told';
  command: 'messageFamily';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    statement: {
      statementId: string;
      digest: string;
    };
  };
}

/**
 * Link with another case.
 */
export interface TitianComplaintLinkedV1 {
  name: 'linked';
  command: 'linkCase';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    caseId: string;
    relation: 'complaint' | 'claim' | 'appeal' | 'placement' | (string & {});
  };
}

/**
 * The claim is open.
 */
export interface TitianComplaintLinkedCaseOpenedV1 {
  name: 'linked-case-opened';
  command: 'linkedCaseOpened';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    caseId: string;
    relation: 'claim' | (string & {});
  };
}

/**
 * The claim could not be opened.
 */
export interface TitianComplaintLinkedCaseRefusedV1 {
  name: 'linked-case-refused';
  command: 'linkedCaseRefused';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    refusal: string;
  };
}

/**
 * Climb the ladder by hand.
 */
export interface TitianComplaintEscalatedByHandV1 {
  name: 'escalated-by-hand';
  command: 'escalateByHand';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    reasonCode: string;
  };
}

/**
 * Record an appeal.
 */
export interface TitianComplaintAppealFiledV1 {
  name: 'appeal-filed';
  command: 'recordAppeal';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    body: 'OMBUDSMAN' | 'COURT' | (string & {});
    reference?: string;
    day: string;
  };
}

/**
 * Withdraw the complaint.
 */
export interface TitianComplaintWithdrawnV1 {
  name: 'withdrawn';
  command: 'withdraw';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    reasonCode: string;
  };
}

/**
 * Ask to withdraw.
 */
export interface TitianComplaintWithdrawalRequestedV1 {
  name: 'withdrawal-requested';
  command: 'requestWithdrawal';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    reasonCode: string;
  };
}

/**
 * Agree to the withdrawal.
 */
export interface TitianComplaintWithdrawalGrantedV1 {
  name: 'withdrawal-granted';
  command: 'grantWithdrawal';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    reasonCode: string;
  };
}

/**
 * Refuse the withdrawal.
 */
export interface TitianComplaintWithdrawalDeniedV1 {
  name: 'withdrawal-denied';
  command: 'denyWithdrawal';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    reasonCode: string;
  };
}

/**
 * Register a candidate.
 */
export interface TitianPlacementCandidateRegisteredV1 {
  name: 'candidate-registered';
  command: 'registerCandidate';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    /**
     * Village code of the interior ministry, e.g. 35.05.08.2003
     */
    areaCode: string;
    /**
     * Day on which the village took down the worker
     */
    registeredDay: string;
    /**
     * Country of work, ISO 3166 alpha-2
     */
    country: string;
    /**
     * Who places the worker
     */
    placedBy: 'P3MI' | 'BP2MI' | 'PERSEORANGAN' | 'UNKNOWN' | (string & {});
    /**
     * Who the worker is (statement store)
     */
    subject: {
      statementId: string;
      digest: string;
    };
    /**
     * When the paper was received, if before today; clocks run from then
     */
    receivedAt?: string;
    /**
     * Set when the placement comes from a list: tells whether a row sent again is the same
     */
    importedRow?: string;
    /**
     * Whose permit is needed; decides on the papers
     */
    permitFrom?: 'SPOUSE' | 'PARENT' | 'GUARDIAN' | (string & {});
  };
}

/**
 * The data of the candidate are verified.
 */
export interface TitianPlacementCandidateConfirmedV1 {
  name: 'candidate-confirmed';
  command: 'confirmCandidate';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    identityChecked: true;
    /**
     * Whose permit is needed; decides on the papers
     */
    permitFrom: 'SPOUSE' | 'PARENT' | 'GUARDIAN' | (string & {});
  };
}

/**
 * Correct the plan.
 */
export interface TitianPlacementPlanCorrectedV1 {
  name: 'plan-corrected';
  command: 'correctPlan';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    /**
     * Country of work, ISO 3166 alpha-2
     */
    country?: string;
    /**
     * Who places the worker
     */
    placedBy?: 'P3MI' | 'BP2MI' | 'PERSEORANGAN' | 'UNKNOWN' | (string & {});
    /**
     * Whose permit is needed; decides on the papers
     */
    permitFrom?: 'SPOUSE' | 'PARENT' | 'GUARDIAN' | (string & {});
  };
}

/**
 * Attach a paper.
 */
export interface TitianPlacementEvidenceAddedV1 {
  name: 'evidence-added';
  command: 'attach';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    requirement: string;
    document: string;
    documentId: string;
    sha256: string;
  };
}

/**
 * Verify a paper.
 */
export interface TitianPlacementItemVerifiedV1 {
  name: 'item-verified';
  command: 'verifyItem';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    requirement: string;
    against: 'ORIGINAL' | 'REGISTRY' | (string & {});
  };
}

/**
 * Return a paper.
 */
export interface TitianPlacementItemReturnedV1 {
  name: 'item-returned';
  command: 'returnItem';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    requirement: string;
    reasonCode: string;
  };
}

/**
 * Take note of the permit of the family.
 */
export interface TitianPlacementPermitAcknowledgedV1 {
  name: 'permit-acknowledged';
  command: 'acknowledgePermit';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {};
}

/**
 * Record the orientation.
 */
export interface TitianPlacementOrientationAttendedV1 {
  name: 'orientation-attended';
  command: 'recordOrientation';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    day: string;
  };
}

/**
 * Record the contract.
 */
export interface TitianPlacementContractRecordedV1 {
  name: 'contract-recorded';
  command: 'recordContract';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    from: string;
    until: string;
  };
}

/**
 * Record the premium for the time before work.
 */
export interface TitianPlacementBeforePremiumPaidV1 {
  name: 'before-premium-paid';
  command: 'recordBeforePremium';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    paidDay: string;
    reference?: string;
  };
}

/**
 * Record the premium for the time of work and after.
 */
export interface TitianPlacementPremiumPaidV1 {
  name: 'premium-paid';
  command: 'recordPremium';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    paidDay: string;
    months: number;
    reference?: string;
    /**
     * Number of the contract; without it the last one
     */
    contract?: number;
  };
}

/**
 * Schedule the departure.
 */
export interface TitianPlacementDepartureScheduledV1 {
  name: 'departure-scheduled';
  command: 'scheduleDeparture';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    day: string;
  };
}

/**
 * Record the departure with complete papers.
 */
export interface TitianPlacementDepartedV1 {
  name: 'departed';
  command: 'recordDeparture';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    day: string;
  };
}

/**
 * Record a departure with something missing.
 */
export interface TitianPlacementDepartedIncompleteV1 {
  name: 'departed-incomplete';
  command: 'recordIncompleteDeparture';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    day: string;
  };
}

/**
 * Record that the departure failed.
 */
export interface TitianPlacementDepartureFailedV1 {
  name: 'departure-failed';
  command: 'recordFailedDeparture';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    day: string;
    reasonCode: string;
  };
}

/**
 * Withdraw by own wish.
 */
export interface TitianPlacementWithdrawnV1 {
  name: 'withdrawn';
  command: 'withdraw';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    reasonCode: string;
  };
}

/**
 * Decide on what was missing at the departure.
 */
export interface TitianPlacementGapsAcceptedV1 {
  name: 'gaps-accepted';
  command: 'acceptGaps';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    reasonCode: string;
  };
}

/**
 * Mark as urgent.
 */
export interface TitianPlacementMarkedUrgentV1 {
  name: 'marked-urgent';
  command: 'markUrgent';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    reasonCode: string;
  };
}

/**
 * Register a worker who has left already.
 */
export interface TitianPlacementFoundAbroadV1 {
  name: 'found-abroad';
  command: 'registerAbroad';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    /**
     * Village code of the interior ministry, e.g. 35.05.08.2003
     */
    areaCode: string;
    /**
     * Day on which the village took down the worker
     */
    registeredDay: string;
    /**
     * Country of work, ISO 3166 alpha-2
     */
    country: string;
    /**
     * Who places the worker
     */
    placedBy: 'P3MI' | 'BP2MI' | 'PERSEORANGAN' | 'UNKNOWN' | (string & {});
    /**
     * Who the worker is (statement store)
     */
    subject: {
      statementId: string;
      digest: string;
    };
    /**
     * When the paper was received, if before today; clocks run from then
     */
    receivedAt?: string;
    /**
     * Set when the placement comes from a list: tells whether a row sent again is the same
     */
    importedRow?: string;
    /**
     * Day of the embarkation, as far as known
     */
    departureDay: string;
    contract?: {
      from: string;
      until: string;
    };
    premium?: {
      paidDay: string;
      months: number;
      reference?: string;
    };
  };
}

/**
 * Record news of the worker.
 */
export interface TitianPlacementNewsReceivedV1 {
  name: 'news-received';
  command: 'recordContact';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    day: string;
  };
}

/**
 * Record an extension of the contract.
 */
export interface TitianPlacementContractExtendedV1 {
  name: 'contract-extended';
  command: 'extendContract';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    from: string;
    until: string;
  };
}

/**
 * Record a change of the contract.
 */
export interface TitianPlacementContractChangedV1 {
  name: 'contract-changed';
  command: 'changeContract';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    from: string;
    until: string;
    /**
     * Country of work, ISO 3166 alpha-2
     */
    country?: string;
    /**
     * What is another than registered; a claim asks about it. OTHER if it is left out
     */
    changed?: 'EMPLOYER' | 'TERM' | 'OTHER' | (string & {});
  };
}

/**
 * Record the new premium.
 */
export interface TitianPlacementPremiumRenewedV1 {
  name: 'premium-renewed';
  command: 'renewPremium';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    paidDay: string;
    months: number;
    reference?: string;
    /**
     * Number of the contract; without it the last one
     */
    contract?: number;
  };
}

/**
 * The premium is not renewed.
 */
export interface TitianPlacementCoverLetLapseV1 {
  name: 'cover-let-lapse';
  command: 'letCoverLapse';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    reasonCode: string;
  };
}

/**
 * Record a leave in Indonesia.
 */
export interface TitianPlacementLeaveRecordedV1 {
  name: 'leave-recorded';
  command: 'recordLeave';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    from: string;
    until: string;
  };
}

/**
 * Record the return.
 */
export interface TitianPlacementReturnedV1 {
  name: 'returned';
  command: 'recordReturn';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    /**
     * Day of the debarkation in Indonesia
     */
    day: string;
    kind: 'CONTRACT_ENDED' | 'EARLY' | 'TROUBLED' | 'BODY' | (string & {});
  };
}

/**
 * Record the witnessed handover.
 */
export interface TitianPlacementHandedOverV1 {
  name: 'handed-over';
  command: 'recordHandover';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    day: string;
    to: 'FAMILY' | 'PROXY' | 'SOCIAL_MINISTRY' | (string & {});
    witnessedBy: 'VILLAGE' | 'LOCAL_GOVERNMENT' | (string & {});
  };
}

/**
 * Arrived at home.
 */
export interface TitianPlacementHomeConfirmedV1 {
  name: 'home-confirmed';
  command: 'confirmHome';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    day: string;
  };
}

/**
 * Record the death.
 */
export interface TitianPlacementDeathRecordedV1 {
  name: 'death-recorded';
  command: 'recordDeath';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    day: string;
  };
}

/**
 * Close after the death.
 */
export interface TitianPlacementClosedAfterDeathV1 {
  name: 'closed-after-death';
  command: 'closeAfterDeath';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {};
}

/**
 * Close the placement.
 */
export interface TitianPlacementCompletedV1 {
  name: 'completed';
  command: 'closePlacement';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {};
}

/**
 * Suspect the same worker.
 */
export interface TitianPlacementDuplicateSuspectedV1 {
  name: 'duplicate-suspected';
  command: 'suspectDuplicate';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    caseId: string;
  };
}

/**
 * Record the search for the same worker.
 */
export interface TitianPlacementDuplicatesSearchedV1 {
  name: 'duplicates-searched';
  command: 'recordDuplicateSearch';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    /**
     * Cases that may be of the same worker, or this very matter
     */
    found: {
      caseId: string;
      rule: 'NIK' | 'NIK_AND_EVENT' | 'NAME_BIRTH_VILLAGE' | (string & {});
    }[];
  };
}

/**
 * It is the same worker.
 */
export interface TitianPlacementSameWorkerConfirmedV1 {
  name: 'same-worker-confirmed';
  command: 'confirmSameWorker';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    caseId: string;
    reasonCode: string;
  };
}

/**
 * It is another worker.
 */
export interface TitianPlacementDuplicateDismissedV1 {
  name: 'duplicate-dismissed';
  command: 'dismissDuplicate';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    caseId: string;
    reasonCode: string;
  };
}

/**
 * Propose to void it.
 */
export interface TitianPlacementVoidProposedV1 {
  name: 'void-proposed';
  command: 'proposeVoid';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    reasonCode: string;
  };
}

/**
 * Agree to void it.
 */
export interface TitianPlacementVoidedV1 {
  name: 'voided';
  command: 'confirmVoid';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {};
}

/**
 * Refuse to void it.
 */
export interface TitianPlacementVoidRefusedV1 {
  name: 'void-refused';
  command: 'rejectVoid';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    reasonCode: string;
  };
}

/**
 * Ask another body for help.
 */
export interface TitianPlacementReferredV1 {
  name: 'referred';
  command: 'refer';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    body:
      | 'DESA'
      | 'KECAMATAN'
      | 'DISNAKER'
      | 'BP3MI'
      | 'KP2MI'
      | 'PERWAKILAN'
      | 'BPJS'
      | 'POLRI'
      | 'LPSK'
      | 'LAIN'
      | (string & {});
    reasonCode: string;
    /**
     * That the person whom the case is about agrees to another office seeing it
     */
    consent: {
      /**
       * Who agreed; NOBODY only where nobody can be asked
       */
      by: 'SUBJECT' | 'HEIR' | 'PARENT' | 'GUARDIAN' | 'PROXY' | 'NOBODY' | (string & {});
      /**
       * NOT_ASKED goes with NOBODY and with nothing else
       */
      how: 'WRITTEN' | 'SPOKEN' | 'CALL' | 'MESSAGE' | 'NOT_ASKED' | (string & {});
      /**
       * Day on which it was given
       */
      day: string;
      /**
       * The worker is a child: a parent or guardian agrees
       */
      minor?: boolean;
      /**
       * The words or the paper of the consent (statement store)
       */
      statement?: {
        statementId: string;
        digest: string;
      };
    };
    statement?: {
      statementId: string;
      digest: string;
    };
  };
}

/**
 * Accept the referral.
 */
export interface TitianPlacementReferralAcceptedV1 {
  name: 'referral-accepted';
  command: 'acceptReferral';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {};
}

/**
 * Decline the referral.
 */
export interface TitianPlacementReferralDeclinedV1 {
  name: 'referral-declined';
  command: 'declineReferral';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    reasonCode: string;
    statement?: {
      statementId: string;
      digest: string;
    };
  };
}

/**
 * Return the referral.
 */
export interface TitianPlacementReferralReturnedV1 {
  name: 'referral-returned';
  command: 'returnReferral';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    reasonCode: string;
    statement?: {
      statementId: string;
      digest: string;
    };
  };
}

/**
 * Transfer to another body.
 */
export interface TitianPlacementTransferOfferedV1 {
  name: 'transfer-offered';
  command: 'transfer';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    body:
      | 'DESA'
      | 'KECAMATAN'
      | 'DISNAKER'
      | 'BP3MI'
      | 'KP2MI'
      | 'PERWAKILAN'
      | 'BPJS'
      | 'POLRI'
      | 'LPSK'
      | 'LAIN'
      | (string & {});
    reasonCode: string;
    /**
     * That the person whom the case is about agrees to another office seeing it
     */
    consent: {
      /**
       * Who agreed; NOBODY only where nobody can be asked
       */
      by: 'SUBJECT' | 'HEIR' | 'PARENT' | 'GUARDIAN' | 'PROXY' | 'NOBODY' | (string & {});
      /**
       * NOT_ASKED goes with NOBODY and with nothing else
       */
      how: 'WRITTEN' | 'SPOKEN' | 'CALL' | 'MESSAGE' | 'NOT_ASKED' | (string & {});
      /**
       * Day on which it was given
       */
      day: string;
      /**
       * The worker is a child: a parent or guardian agrees
       */
      minor?: boolean;
      /**
       * The words or the paper of the consent (statement store)
       */
      statement?: {
        statementId: string;
        digest: string;
      };
    };
  };
}

/**
 * Accept the transfer.
 */
export interface TitianPlacementTransferAcceptedV1 {
  name: 'transfer-accepted';
  command: 'acceptTransfer';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {};
}

/**
 * Decline the transfer.
 */
export interface TitianPlacementTransferDeclinedV1 {
  name: 'transfer-declined';
  command: 'declineTransfer';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    reasonCode: string;
    statement?: {
      statementId: string;
      digest: string;
    };
  };
}

/**
 * Take the transfer back.
 */
export interface TitianPlacementTransferRecalledV1 {
  name: 'transfer-recalled';
  command: 'recallTransfer';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    reasonCode: string;
    statement?: {
      statementId: string;
      digest: string;
    };
  };
}

/**
 * Open a claim of social security.
 */
export interface TitianPlacementClaimWantedV1 {
  name: 'claim-wanted';
  command: 'openClaim';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    /**
     * Claim type, e.g. JKK_RAWAT_LN
     */
    claimType:
      | 'JKK_RAWAT_LN'
      | 'JKK_RAWAT_RI'
      | 'JKK_MENINGGAL'
      | 'JKK_CACAT_SEBAGIAN'
      | 'JKK_CACAT_TOTAL'
      | 'JKK_PHK_KECELAKAAN'
      | 'JKK_GAGAL_BERANGKAT'
      | 'JKK_KERUGIAN_PULANG'
      | 'JKK_GAGAL_DITEMPATKAN'
      | 'JKK_TIDAK_SESUAI_PK'
      | 'JKK_PHK_SEPIHAK'
      | 'JKK_PEMERKOSAAN'
      | 'JKK_PEMULANGAN'
      | 'JKM_SEBELUM'
      | 'JKM_SELAMA'
      | 'JKM_SETELAH'
      | 'JHT_MENINGGAL'
      | 'JHT_CACAT_TOTAL'
      | 'JHT_USIA_56'
      | 'JHT_GAGAL_BERANGKAT'
      | 'BEASISWA'
      | (string & {});
    /**
     * Day of the accident, death or other event, where it happened
     */
    riskDay: string;
    riskCountry: string;
    lines: {
      /**
       * Benefit line, e.g. JKK_RAWAT_LN
       */
      code:
        | 'JKK_RAWAT_LN'
        | 'JKK_RAWAT_RI'
        | 'JKK_RAWAT_RUMAH'
        | 'JKK_TRANSPORT'
        | 'JKK_ALAT_DENGAR'
        | 'JKK_KACAMATA'
        | 'JKK_GIGI_TIRUAN'
        | 'JKK_ORTHESE'
        | 'JKK_CACAT_SEBAGIAN'
        | 'JKK_CACAT_TOTAL'
        | 'JKK_BERKALA'
        | 'JKK_MENINGGAL'
        | 'JKK_GAGAL_BERANGKAT'
        | 'JKK_GAGAL_DITEMPATKAN'
        | 'JKK_TIDAK_SESUAI_PK'
        | 'JKK_PHK_SEPIHAK'
        | 'JKK_PHK_KECELAKAAN'
        | 'JKK_PEMERKOSAAN'
        | 'JKK_KERUGIAN_PULANG'
        | 'JKK_PELATIHAN'
        | 'JKK_PULANG_BERMASALAH'
        | 'JKK_PULANG_KECELAKAAN'
        | 'JKM_SELAMA'
        | 'JKM_SEBELUM'
        | 'JKM_SETELAH'
        | 'JHT_MENINGGAL'
        | 'JHT_CACAT_TOTAL'
        | 'JHT_USIA_56'
        | 'JHT_GAGAL_BERANGKAT'
        | 'BEASISWA'
        | 'BEASISWA_TK'
        | 'BEASISWA_SD'
        | 'BEASISWA_SMP'
        | 'BEASISWA_SMA'
        | 'BEASISWA_PT'
        | (string & {});
      askedIdr: string;
    }[];
    /**
     * Contracts as the caller knows them; without it as this placement knows them
     */
    coverage?: {
      /**
       * By BP2MI or a placement company, or by oneself
       */
      placement?: 'PLACED' | 'PERSEORANGAN' | (string & {});
      /**
       * Premium for the time before work
       */
      paidBeforeOn?: string | null;
      /**
       * Premium for the time during and after work
       */
      paidDuringOn?: string | null;
      /**
       * Months of work that the premium pays for
       */
      paidMonths?: number;
      /**
       * Left Indonesia; null: has not left
       */
      embarkedOn?: string | null;
      /**
       * Came back; null: is still away
       */
      debarkedOn?: string | null;
      /**
       * Reached the home area; null: not yet
       */
      arrivedHomeOn?: string | null;
      contractStartsOn?: string | null;
      /**
       * End of the contract that is registered and paid for
       */
      contractEndsOn?: string | null;
      contractChanged?: 'NO' | 'EMPLOYER' | 'TERM' | 'OTHER' | (string & {});
      jhtMember?: boolean;
      /**
       * First day on the member card
       */
      memberFrom?: string;
      memberUntil?: string;
    }[];
    /**
     * Beside what this placement knows, e.g. a leave
     */
    circumstances?: {
      /**
       * A death by a work accident
       */
      byAccident?: boolean;
      /**
       * On leave in Indonesia during the contract
       */
      onLeave?: boolean;
      lostAtSea?: boolean;
      /**
       * The host country's insurance paid a part
       */
      hostInsurancePaid?: boolean;
      /**
       * The worker or the family paid the journey home
       */
      journeyPaid?: boolean;
      causedBy?: 'WORKER' | 'PLACER' | 'GOVERNMENT_POLICY' | 'OTHER' | (string & {});
      againstOwnWill?: boolean;
      /**
       * A crime found proven
       */
      proven?: boolean;
      crimeOrDrugs?: boolean;
      disability?: {
        kind: 'NONE' | 'PARTIAL_ANATOMICAL' | 'PARTIAL_FUNCTIONAL' | 'TOTAL' | (string & {});
        /**
         * Share of the table: 39,5% = 3950
         */
        basisPoints?: number;
        declaredByDoctor?: boolean;
      };
      dismissal?: {
        afterAccident?: boolean;
        serviceMonths?: number;
        excludedBy?:
          'NONE' | 'CONTRACT_ENDED' | 'LEAVE' | 'SICKNESS' | 'DEPORTED' | 'CRIME' | 'RAN_AWAY' | (string & {});
      };
    };
  };
}

/**
 * Link with another case.
 */
export interface TitianPlacementLinkedV1 {
  name: 'linked';
  command: 'linkCase';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    caseId: string;
    relation: 'complaint' | 'claim' | 'placement' | (string & {});
  };
}

/**
 * The claim is open.
 */
export interface TitianPlacementLinkedCaseOpenedV1 {
  name: 'linked-case-opened';
  command: 'linkedCaseOpened';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    caseId: string;
    relation: 'claim' | (string & {});
  };
}

/**
 * The claim could not be opened.
 */
export interface TitianPlacementLinkedCaseRefusedV1 {
  name: 'linked-case-refused';
  command: 'linkedCaseRefused';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    refusal: string;
  };
}

/**
 * Climb the ladder by hand.
 */
export interface TitianPlacementEscalatedByHandV1 {
  name: 'escalated-by-hand';
  command: 'escalateByHand';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    reasonCode: string;
  };
}

/**
 * Add a note.
 */
export interface TitianPlacementNotedV1 {
  name: 'noted';
  command: 'addNote';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    statement: {
      statementId: string;
      digest: string;
    };
  };
}

/**
 * Tell the family.
 */
export interface TitianPlacementFamilyToldV1 {
  name: 'family-told';
  command: 'messageFamily';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    statement: {
      statementId: string;
      digest: string;
    };
  };
}

/**
 * Reopen.
 */
export interface TitianPlacementReopenedV1 {
  name: 'reopened';
  command: 'reopen';
  actor: {
    /**
     * Directory id, never a name
     */
    id: string;
    role:
      | 'family'
      | 'village_officer'
      | 'subdistrict_officer'
      | 'district_officer'
      | 'bp3mi_officer'
      | 'ministry_officer'
      | 'insurer'
      | 'insurer_region'
      | 'insurer_centre'
      | 'system'
      | (string & {});
    /**
     * Office id, e.g. disnaker:35.05
     */
    office: string;
  };
  input: {
    reasonCode: string;
  };
}
