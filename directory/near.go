package directory

// farOut is how far from every centre of the area, in kilometres, a shared
// location is taken to be outside. Outcodes of the hills are some 20 km across.
const farOut = 12

// Near is the outcode nearest to a shared location: all that is kept of it. A
// spot nearer to an outcode beyond the border, or further than 12 km from every
// centre of the area, is outside. Its Point is that of the outcode, never the
// person's.
func (g *Gazetteer) Near(p Point) Place {
	var nearest *Outcode
	distance := 0.0
	for i, o := range g.Outcodes {
		d := Distance(p, o.Point)
		if d >= 0 && (nearest == nil || d < distance) {
			nearest, distance = &g.Outcodes[i], d
		}
	}
	switch {
	case nearest == nil || distance > farOut:
		return Place{Kind: PlaceOutside}
	case len(nearest.Districts) == 0:
		return Place{Kind: PlaceOutside, Name: nearest.Code, Outcode: nearest.Code, Point: nearest.Point}
	}
	return Place{
		Kind: PlaceShared, Name: nearest.Code, Outcode: nearest.Code,
		Districts: nearest.Districts, Point: nearest.Point,
	}
}
