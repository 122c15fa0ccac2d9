job "queue" {
  group "queue" {
    task "rabbit" {
      config {
        image = "rabbitmq:3"
        port_map {
          amqp = 5672
          moved = 15672
        }
      }
      resources {
        network {
          port "amqp" {
            static = 5672
          }
          port "moved" {
            static = 4369
          }
        }
      }
    }
  }
}
