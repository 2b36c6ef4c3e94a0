package member

// GuidePages are the ids of the guide's pages, as they are counted.
func GuidePages() []string {
	var ids []string
	for _, p := range pages {
		ids = append(ids, p.id)
	}
	return ids
}

// IsPoster reports whether a text can be a poster's code, as it is counted.
func IsPoster(code string) bool { return len(code) <= maxPoster && plain(code) }

// Whys are why a place was not for somebody, as it is counted.
func Whys() []string {
	ids := []string{unsaid}
	for _, w := range whys {
		ids = append(ids, w.id)
	}
	return ids
}
