package people

// RememberLanguage keeps the language of a chat beyond the conversation; an
// empty Language stops keeping it.
type RememberLanguage struct{ Language string }

// SpeakLanguage is the language in which a person who wears a hat is told things
// from now on, at all their doors. Of a member nothing is kept by it.
type SpeakLanguage struct{ Language string }

// Effect marks a change that is part of saving a turn.
func (SpeakLanguage) Effect() {}

// Forget removes everything of a chat from bot.db, at once and for good.
type Forget struct{}

// Hide removes the messages of the last 47 hours from the chat.
type Hide struct{}

// Effect marks a change that is part of saving a turn.
func (RememberLanguage) Effect() {}

// Effect marks a change that is part of saving a turn.
func (Forget) Effect() {}

// Effect marks a change that is part of saving a turn.
func (Hide) Effect() {}
