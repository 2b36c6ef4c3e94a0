package locales

// JoinList makes a list in a sentence: "a", "a and b", "a, b and c". Empty
// Texts are left out.
func JoinList(items ...Text) Text { return list("list.and", items) }

// JoinChoice makes a list to choose from: "a, b or c".
func JoinChoice(items ...Text) Text { return list("list.or", items) }

func list(last string, items []Text) Text {
	var kept []Text
	for _, t := range items {
		if !t.IsZero() {
			kept = append(kept, t)
		}
	}
	switch len(kept) {
	case 0:
		return Text{}
	case 1:
		return kept[0]
	}
	end := len(kept) - 1
	head := kept[0]
	for _, t := range kept[1:end] {
		head = saying("list.more", map[string]any{"HeadText": head, "NextText": t})
	}
	return saying(last, map[string]any{"HeadText": head, "LastText": kept[end]})
}
