package directory

import "math"

// earthRadius is the mean radius of the Earth in kilometres (IUGG).
const earthRadius = 6371.0088

// IsZero reports an unknown spot.
func (p Point) IsZero() bool { return p == Point{} }

// Distance is how far apart two spots are, in kilometres over ground as the crow
// flies (haversine); -1 when one of them is unknown.
func Distance(a, b Point) float64 {
	if a.IsZero() || b.IsZero() {
		return -1
	}
	const degree = math.Pi / 180
	dLat, dLon := (b.Lat-a.Lat)*degree, (b.Lon-a.Lon)*degree
	h := math.Pow(math.Sin(dLat/2), 2) +
		math.Cos(a.Lat*degree)*math.Cos(b.Lat*degree)*math.Pow(math.Sin(dLon/2), 2)
	return 2 * earthRadius * math.Asin(math.Sqrt(min(1, h)))
}
