resource "docker_image" "db" {
  name = "postgres:17"
}

resource "docker_container" "db" {
  name  = "db"
  image = docker_image.db.image_id
  ports {
    internal = 5432
    external = 15432
  }
  ports {
    internal = 5433
    external = 15433
  }
}

resource "docker_container" "cache" {
  name  = "cache"
  image = "redis:8"
  ports {
    internal = 6379
    external = 16380
    ip       = "127.0.0.1"
  }
}

resource "docker_container" "search" {
  name  = "search"
  image = "mysql:9"
  ports {
    internal = 3306
    external = 13306
    ip       = "0.0.0.0"
  }
}

resource "docker_container" "unknown" {
  name  = "unknown"
  image = var.image
  ports {
    internal = 5432
    external = 15434
  }
}
