job "shop" {
  group "data" {
    network {
      port "db" {
        static = 5432
      }
      port "cache" {
        static = 16379
        to     = 6379
      }
      port "metrics" {
        static = 9187
      }
      port "shared" {
        static = 3306
      }
      port "inside" {
        to = 27017
      }
    }
    task "postgres" {
      driver = "docker"
      config {
        image = "postgres:17"
        ports = ["db", "metrics", "shared"]
      }
    }
    task "redis" {
      driver = "docker"
      config {
        image = "redis:${var.version}"
        ports = ["cache", "shared"]
      }
    }
    task "mongo" {
      driver = "docker"
      config {
        image = "mongo:8"
        ports = ["inside"]
      }
    }
  }
}
