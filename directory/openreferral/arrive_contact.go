package openreferral

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"signpost/directory"
)

// phones reads numbers from where HSDS puts them (the service) and where UK
// feeds do (its contacts), once each.
func (a *arrival) phones(s *directory.Service, w *service) {
	for i, p := range w.Phones {
		a.phone(s, p, "", fmt.Sprintf("phones[%d]", i))
	}
	for i, c := range w.Contacts {
		path := fmt.Sprintf("contacts[%d]", i)
		of := a.contact(s, c, path)
		for j, p := range c.Phones {
			a.phone(s, p, of, fmt.Sprintf("%s.phones[%d]", path, j))
		}
	}
}

// contact reads who answers, and gives the id of the role; "" for one without a
// role or a mailbox of its own, whose numbers are the service's.
//
// The standard has a name beside the title. It is a person's more often than not,
// it goes out of date with whoever holds the post, and it is theirs to publish: so
// it is not taken over from anybody, ourselves included, nor kept to be passed on.
// Neither is the private mailbox of somebody else's file; a small group that gives
// us one as its own has said that it may be shown.
func (a *arrival) contact(s *directory.Service, c contact, path string) directory.ID {
	if c.Name != "" {
		a.doubt(path+".name", "this may be a person's name; it was left out")
	}
	out := directory.Contact{Title: a.name(c.Title, path+".title"), Email: a.email(c.Email, path+".email")}
	department := a.name(c.Department, path+".department")
	if out.Title == "" {
		out.Title, department = department, ""
	}
	if !a.source.Ours && privateMail.MatchString(out.Email) {
		a.doubt(path+".email", "this may be somebody's private mailbox; it was left out")
		out.Email = ""
	}
	if out.Title == "" && out.Email == "" {
		if len(c.Rest) > 0 {
			c.Phones = nil // they are read as the service's own
			keepItem(a, "contacts", c)
		}
		return ""
	}
	parts := []string{string(s.ID), "contact", out.Title, out.Email}
	out.ID = a.idOr(c.ID, parts...)
	if i := slices.IndexFunc(s.Contacts, func(d directory.Contact) bool { return d.ID == out.ID }); i >= 0 && s.Contacts[i] != out {
		a.doubt(path+".id", "another contact has the same id; this one was given an id of its own")
		out.ID = a.idOr("", parts...) // its numbers must not be taken for the other's
	}
	if slices.Contains(s.Contacts, out) {
		return out.ID
	}
	s.Contacts = append(s.Contacts, out)
	if department != "" {
		a.keepText("department/"+string(out.ID), department)
	}
	a.restOf("contacts/"+string(out.ID), c.Rest)
	return out.ID
}

// phone reads a number of a contact; of "" it is the service's own. One that
// stands in both lists, as we write it ourselves, is the contact's.
func (a *arrival) phone(s *directory.Service, p phone, of directory.ID, path string) {
	out := directory.Phone{
		Label: a.name(p.Description, path+".description"), Text: p.Type == "text" || p.Type == "sms", Contact: of,
	}
	out.Mark = a.source.Mark
	if a.source.Ours {
		out.Mark = ""
		if p.Signpost != nil {
			out.Mark = directory.Mark(p.Signpost.Mark)
		}
	}
	number, label, ok := telephone(p.Number)
	switch {
	case out.Mark == directory.MarkC:
		a.doubt(path+".number", "nobody has confirmed this number (mark C); it was left out")
		return
	case out.Mark != "" && !out.Mark.Valid():
		a.doubt(path+".x_signpost.mark", "this is not a mark; it was left out")
		out.Mark = ""
	}
	if !ok {
		if strings.TrimSpace(p.Number) != "" {
			a.doubt(path+".number", "there is not one telephone number here; it was left out")
		}
		return
	}
	if out.Number = number; label != "" {
		a.doubt(path+".number", "words stand beside the number; they were made its label")
		out.Label = strings.TrimSpace(label + " " + out.Label)
	}
	out.ID = a.idOr(p.ID, string(s.ID), "phone", out.Number, out.Label)
	same := func(q directory.Phone) bool {
		return q.ID == out.ID || q.Number == out.Number && q.Text == out.Text && q.Label == out.Label
	}
	if i := slices.IndexFunc(s.Phones, same); i >= 0 {
		s.Phones[i].Contact = cmp.Or(s.Phones[i].Contact, of)
		return
	}
	s.Phones = append(s.Phones, out)
	a.restOf("phones/"+string(out.ID), p.Rest)
}

// identifiers reads the numbers of an organisation in public registers. One
// without a number says nothing; one that names no register is of its scheme.
func (a *arrival) identifiers(o *organization) []directory.Identifier {
	var out []directory.Identifier
	for i, n := range o.Identifiers {
		path := fmt.Sprintf("organization.organization_identifiers[%d]", i)
		to := directory.Identifier{
			Scheme: a.name(n.Scheme, path+".identifier_scheme"), Type: a.name(n.Type, path+".identifier_type"),
			Identifier: a.name(n.Identifier, path+".identifier"),
		}
		if to.Type == "" {
			to.Type = to.Scheme
		}
		if to.Identifier == "" || to.Type == "" {
			a.doubt(path, "it has no number, or names no register; it was left out")
			continue
		}
		if once(&out, to, true); len(out) > 0 && out[len(out)-1] == to {
			a.restOf("organization_identifiers/"+identifierKey(to), n.Rest)
		}
	}
	return out
}

// identifierKey tells the identifiers of one organisation apart.
func identifierKey(n directory.Identifier) string {
	return madeID("organization_identifier", n.Scheme, n.Type, n.Identifier)
}
