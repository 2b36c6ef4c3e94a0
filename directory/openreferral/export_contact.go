package openreferral

import "signpost/directory"

// phones writes numbers twice, under the same ids: on the service, where HSDS
// looks, and on a contact, where readers of UK feeds do. The service's own are on
// a contact that has nothing else.
func (d *departure) phones(w *service) {
	of := map[directory.ID][]phone{}
	for _, p := range d.s.Phones {
		out := phone{ID: string(p.ID), Number: p.Number, Type: "voice", Description: p.Label, Rest: d.object("phones/" + string(p.ID))}
		if p.ID == "" {
			out.ID = madeID(string(d.s.ID), "phone", p.Number, p.Label)
		}
		if p.Text {
			out.Type = "text"
		}
		if p.Mark != "" {
			out.Signpost = &phoneExtra{Mark: string(p.Mark)}
		}
		w.Phones = append(w.Phones, out)
		of[p.Contact] = append(of[p.Contact], out)
	}
	if own := of[""]; len(own) > 0 {
		w.Contacts = []contact{{ID: madeID(string(d.s.ID), "contact"), ServiceID: string(d.s.ID), Phones: own}}
	}
	for _, c := range d.s.Contacts {
		id := string(c.ID)
		w.Contacts = append(w.Contacts, contact{
			ID: id, ServiceID: string(d.s.ID), Title: c.Title, Department: d.text("department/" + id), Email: c.Email,
			Phones: of[c.ID], Rest: d.object("contacts/" + id),
		})
	}
	w.Contacts = items(d, "contacts", w.Contacts)
}

// identifiers writes the numbers of an organisation in public registers.
func (d *departure) identifiers(o directory.Organisation) []identifier {
	var list []identifier
	for _, n := range o.Identifiers {
		list = append(list, identifier{
			ID: madeID(string(o.ID), "identifier", n.Scheme, n.Type, n.Identifier), OrganizationID: string(o.ID),
			Scheme: n.Scheme, Type: n.Type, Identifier: n.Identifier,
			Rest: d.object("organization_identifiers/" + identifierKey(n)),
		})
	}
	return list
}
