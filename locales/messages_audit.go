// Code generated from en.toml by go generate; DO NOT EDIT.

package locales

// AuditIntro says:
//
//	Here is who changed what, the newest first.
func AuditIntro() Text { return Text{id: "audit.intro"} }

// AuditNone says:
//
//	Nothing has been changed here yet.
func AuditNone() Text { return Text{id: "audit.none"} }

// AuditPartApproved says:
//
//	Agreed to
func AuditPartApproved() Text { return Text{id: "audit.part_approved"} }

// AuditPartAway says:
//
//	Away
func AuditPartAway() Text { return Text{id: "audit.part_away"} }

// AuditPartCheckAnswered says:
//
//	Put in what a service says to an enquiry
func AuditPartCheckAnswered() Text { return Text{id: "audit.part_check_answered"} }

// AuditPartConfirmed says:
//
//	Said to be right
func AuditPartConfirmed() Text { return Text{id: "audit.part_confirmed"} }

// AuditPartCreated says:
//
//	New entry
func AuditPartCreated() Text { return Text{id: "audit.part_created"} }

// AuditPartEdited says:
//
//	Changed
func AuditPartEdited() Text { return Text{id: "audit.part_edited"} }

// AuditPartEnquired says:
//
//	Told how a service received an enquiry
func AuditPartEnquired() Text { return Text{id: "audit.part_enquired"} }

// AuditPartFeedLeft says:
//
//	Not taken over from another list
func AuditPartFeedLeft() Text { return Text{id: "audit.part_feed_left"} }

// AuditPartFeedTaken says:
//
//	Taken over from another list
func AuditPartFeedTaken() Text { return Text{id: "audit.part_feed_taken"} }

// AuditPartGroupChanged says:
//
//	Group changed
func AuditPartGroupChanged() Text { return Text{id: "audit.part_group_changed"} }

// AuditPartGroupEnded says:
//
//	Group ended
func AuditPartGroupEnded() Text { return Text{id: "audit.part_group_ended"} }

// AuditPartGroupMade says:
//
//	Group set up
func AuditPartGroupMade() Text { return Text{id: "audit.part_group_made"} }

// AuditPartGroupPaused says:
//
//	Group paused
func AuditPartGroupPaused() Text { return Text{id: "audit.part_group_paused"} }

// AuditPartGroupResumed says:
//
//	Group goes on
func AuditPartGroupResumed() Text { return Text{id: "audit.part_group_resumed"} }

// AuditPartHatTaken says:
//
//	Access taken away
func AuditPartHatTaken() Text { return Text{id: "audit.part_hat_taken"} }

// AuditPartHeld says:
//
//	A session was held: the time is right
func AuditPartHeld() Text { return Text{id: "audit.part_held"} }

// AuditPartHidden says:
//
//	No answer for long: hidden
func AuditPartHidden() Text { return Text{id: "audit.part_hidden"} }

// AuditPartInvited says:
//
//	Invited somebody
func AuditPartInvited() Text { return Text{id: "audit.part_invited"} }

// AuditPartJoined says:
//
//	Somebody joined
func AuditPartJoined() Text { return Text{id: "audit.part_joined"} }

// AuditPartLogCorrected says:
//
//	Corrected a log
func AuditPartLogCorrected() Text { return Text{id: "audit.part_log_corrected"} }

// AuditPartLogUndone says:
//
//	Took a log back
func AuditPartLogUndone() Text { return Text{id: "audit.part_log_undone"} }

// AuditPartLogged says:
//
//	Logged a session
func AuditPartLogged() Text { return Text{id: "audit.part_logged"} }

// AuditPartNumbersRight says:
//
//	Rang the numbers of the urgent card
func AuditPartNumbersRight() Text { return Text{id: "audit.part_numbers_right"} }

// AuditPartNumbersWrong says:
//
//	Said that a number of the urgent card is wrong
func AuditPartNumbersWrong() Text { return Text{id: "audit.part_numbers_wrong"} }

// AuditPartPaused says:
//
//	Paused
func AuditPartPaused() Text { return Text{id: "audit.part_paused"} }

// AuditPartProgram says:
//
//	the program
func AuditPartProgram() Text { return Text{id: "audit.part_program"} }

// AuditPartProposed says:
//
//	Sent to the office
func AuditPartProposed() Text { return Text{id: "audit.part_proposed"} }

// AuditPartRevoked says:
//
//	Invitation taken back
func AuditPartRevoked() Text { return Text{id: "audit.part_revoked"} }

// AuditPartSentBack says:
//
//	Sent back
func AuditPartSentBack() Text { return Text{id: "audit.part_sent_back"} }

// AuditPartUnanswered says:
//
//	No answer: the card says "ring first"
func AuditPartUnanswered() Text { return Text{id: "audit.part_unanswered"} }

// AuditPartUndone says:
//
//	Taken back
func AuditPartUndone() Text { return Text{id: "audit.part_undone"} }
