package locales

// Saying makes the Text of any message, for the tests that go through them all.
func Saying(id string, values map[string]any) Text { return saying(id, values) }
