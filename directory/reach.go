package directory

import (
	"slices"
	"strings"
)

// reach is by which means a service can be got hold of.
type reach uint8

const (
	reachTalk  reach = 1 << iota // telephone, text or e-mail
	reachPlace                   // a public address to which one can just come
	reachRefer                   // a doctor or another professional asks for it
	reachWeb                     // a website
)

// reach is what a member can do to get to the service. Each is a way on its own:
//
//   - a telephone number, a number for texts, or an e-mail address. A number that
//     carries Mark C has never been checked and is none;
//   - a public address, when one may just come or nothing is said about how one
//     gets in. Where one has to ring first, the address alone leads to a shut door;
//   - a referral by a doctor or another professional, who has the address;
//   - a website.
func (s *Service) reach() reach {
	var r reach
	for _, p := range s.Phones {
		if strings.TrimSpace(p.Number) != "" && p.Mark != MarkC {
			r |= reachTalk
		}
	}
	if s.Email != "" {
		r |= reachTalk
	}
	if s.Website != "" {
		r |= reachWeb
	}
	if slices.Contains(s.GetIn, GPReferral) || slices.Contains(s.GetIn, ProfessionalReferral) {
		r |= reachRefer
	}
	if !s.Confidential && (len(s.GetIn) == 0 || slices.Contains(s.GetIn, DropIn)) &&
		slices.ContainsFunc(s.Places, ServiceAtLocation.addressed) {
		r |= reachPlace
	}
	return r
}

// addressed reports a place that can be found by its address.
func (p ServiceAtLocation) addressed() bool {
	a := p.Location.Address
	return a.Line != "" || a.Postcode != ""
}

// Reachable reports whether there is a way to get hold of the service: a
// telephone or text number that is not Mark C, an e-mail address, a website, a
// public address one may just come to, or a referral by one's doctor. One that
// has none is never among the results.
func (s *Service) Reachable() bool { return s.reach() != 0 }

// WebOnly reports a service that can be reached by its website only: nobody
// answers, and not everybody can read it.
func (s *Service) WebOnly() bool { return s.reach() == reachWeb }
