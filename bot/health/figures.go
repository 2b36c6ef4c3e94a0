package health

// label is a label of a figure and all values that it can have. "other" is added
// to each: what is not on the list is counted there.
type label struct {
	name   string
	values []string
}

const other = "other"

var (
	doors    = label{"door", []string{"telegram", "web", "terminal", other}}
	outcomes = label{"outcome", []string{
		"answered", // a turn was taken and saved
		"urgent",   // danger was heard, or urgent help pressed
		"late",     // it came too late for an ordinary answer
		"slowed",   // one chat sent more than it can be answered
		"group",    // in a group, where nobody is talked to
		"edited",   // heard for danger, and nothing else
		"left",     // the chat ended or the bot was blocked
		"broken",   // nothing can be kept: one sentence and the numbers
		"failed",   // it could not be saved and comes again
		other,
	}}
	fates = label{"fate", []string{
		"sent",
		"retried",    // no answer, or one that says nothing: it is tried again
		"waits",      // the door asked to wait
		"gone",       // the chat can't be reached any more
		"refused",    // the door will never take it
		"unreadable", // nobody can open it
		"tired",      // it was tried too often
		other,
	}}
	results = label{"result", []string{"done", "failed", other}}
)

// figure is what a number is called and what it says.
type figure struct{ name, help string }

var (
	updatesReceived = figure{"signpost_updates_total", "Updates taken through the house."}
	lettersCarried  = figure{"signpost_letters_total", "Letters carried to a door, by what became of them."}
	urgentCards     = figure{"signpost_urgent_total", "Urgent cards shown."}
	limitsMet       = figure{"signpost_telegram_limited_total", "Times Telegram asked to wait."}
	jobsDone        = figure{"signpost_jobs_total", "Jobs that were due."}
	purgesDone      = figure{"signpost_purges_total", "Times that old rows were removed."}
	backupsMade     = figure{"signpost_backups_total", "Nightly backups."}
	turnSeconds     = figure{"signpost_turn_seconds", "From an update's arrival until its turn is saved."}
	saveSeconds     = figure{"signpost_save_seconds", "How long it takes to save a turn."}

	outboxLetters  = figure{"signpost_outbox_letters", "Letters that wait."}
	outboxAge      = figure{"signpost_outbox_oldest_seconds", "How long the oldest letter has waited."}
	jobsOverdue    = figure{"signpost_jobs_overdue", "Jobs that are due and not done."}
	jobsAge        = figure{"signpost_jobs_oldest_seconds", "For how long the oldest of them has been due."}
	purgeAge       = figure{"signpost_purge_age_seconds", "Since old rows were last removed."}
	forgottenChats = figure{"signpost_forgotten_chats", "Requests to be forgotten that are still remembered."}
	botBytes       = figure{"signpost_bot_db_bytes", "Size of bot.db with its log."}
	directoryBytes = figure{"signpost_directory_db_bytes", "Size of directory.db with its log."}
	diskFree       = figure{"signpost_disk_free_bytes", "Free on the disk of the data."}
	diskTotal      = figure{"signpost_disk_bytes", "Size of the disk of the data."}
	fetchAge       = figure{"signpost_telegram_fetch_age_seconds", "Since Telegram last gave messages or said that there are none."}
	webhookSet     = figure{"signpost_telegram_webhook", "Whether Telegram brings messages itself."}
	pendingUpdates = figure{"signpost_telegram_pending", "Updates that waited at Telegram at the last look."}
	backupAge      = figure{"signpost_backup_age_seconds", "Since the newest backup."}
	buildInfo      = figure{"signpost_build_info", "Which program this is."}
)
