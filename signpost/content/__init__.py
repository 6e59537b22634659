"""Human-written files (protocols, concepts, topics, the directory) turned into checked domain
values."""
