// Code generated from en.toml by go generate; DO NOT EDIT.

package locales

// ListAnd says:
//
//	{{.HeadText}} and {{.LastText}}
func ListAnd(headText Text, lastText Text) Text {
	return Text{id: "list.and", values: map[string]any{"HeadText": headText, "LastText": lastText}}
}

// ListMore says:
//
//	{{.HeadText}}, {{.NextText}}
func ListMore(headText Text, nextText Text) Text {
	return Text{id: "list.more", values: map[string]any{"HeadText": headText, "NextText": nextText}}
}

// ListOr says:
//
//	{{.HeadText}} or {{.LastText}}
func ListOr(headText Text, lastText Text) Text {
	return Text{id: "list.or", values: map[string]any{"HeadText": headText, "LastText": lastText}}
}
