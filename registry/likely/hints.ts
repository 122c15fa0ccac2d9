/** Whose file it is, by the id of its format: what listens there is that program. */
export const FORMAT_SOFTWARE: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    alertmanager: ['Alertmanager'],
    apache: ['Apache HTTP Server'],
    caddyfile: ['Caddy'],
    cassandra: ['Apache Cassandra'],
    clickhouse: ['ClickHouse'],
    consul: ['Consul'],
    'docker-daemon': ['Docker Engine'],
    'docker-registry': ['Distribution registry'],
    elasticsearch: ['Elasticsearch', 'Kibana', 'Logstash'],
    envoy: ['Envoy'],
    etcd: ['etcd'],
    'fluent-bit': ['Fluent Bit'],
    fluentd: ['Fluentd'],
    grafana: ['Grafana'],
    haproxy: ['HAProxy'],
    influxdb: ['InfluxDB'],
    kafka: ['Apache Kafka'],
    logstash: ['Logstash'],
    loki: ['Grafana Loki'],
    mongodb: ['MongoDB'],
    mosquitto: ['Eclipse Mosquitto'],
    mysql: ['MySQL', 'MariaDB'],
    nats: ['NATS'],
    nginx: ['NGINX'],
    nomad: ['Nomad'],
    'otel-collector': ['OpenTelemetry Collector'],
    pgbouncer: ['PgBouncer'],
    postgresql: ['PostgreSQL'],
    prometheus: ['Prometheus'],
    rabbitmq: ['RabbitMQ'],
    redis: ['Redis', 'Valkey'],
    'sshd-config': ['SSH'],
    telegraf: ['Telegraf'],
    traefik: ['Traefik'],
    unbound: ['Unbound', 'DNS'],
    vault: ['Vault'],
    vector: ['Vector'],
    wireguard: ['WireGuard'],
    zookeeper: ['Apache ZooKeeper'],
  }),
);

/** In these roles the number belongs to whoever wrote the file, not to somebody that is dialled. */
export const OWN_ROLES: ReadonlySet<string> = new Set(['listen', 'publish', 'target', 'expose']);

/** What a role alone tells. */
export const ROLE_SOFTWARE: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    registry: ['Distribution registry', 'Harbor', 'Sonatype Nexus Repository', 'HTTPS'],
  }),
);

/** What is usually built on an image that holds a language, by the last part of its name. */
export const RUNTIME_SOFTWARE: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    amazoncorretto: ['Spring Boot', 'Apache Tomcat', 'Quarkus', 'Micronaut', 'JDWP'],
    aspnet: ['ASP.NET Core'],
    bun: ['Next.js', 'Nuxt', 'Vite', 'Express'],
    'eclipse-temurin': ['Spring Boot', 'Apache Tomcat', 'Quarkus', 'Micronaut', 'JDWP'],
    elixir: ['Phoenix'],
    golang: ['Go pprof', 'Delve'],
    gradle: ['Spring Boot', 'Apache Tomcat', 'Quarkus', 'Micronaut', 'JDWP'],
    jdk: ['Spring Boot', 'Apache Tomcat', 'Quarkus', 'Micronaut', 'JDWP'],
    maven: ['Spring Boot', 'Apache Tomcat', 'Quarkus', 'Micronaut', 'JDWP'],
    node: ['Next.js', 'Express', 'Nuxt', 'Vite', 'Angular CLI', 'Astro', 'NestJS', 'Node.js inspector'],
    openjdk: ['Spring Boot', 'Apache Tomcat', 'Quarkus', 'Micronaut', 'JDWP'],
    php: ['PHP-FPM', 'Laravel artisan serve'],
    python: [
      'Django',
      'Flask',
      'FastAPI CLI',
      'Uvicorn',
      'Gunicorn',
      'Streamlit',
      'Jupyter Server',
      'Gradio',
      'debugpy',
    ],
    ruby: ['Ruby on Rails', 'Puma', 'Jekyll'],
    rust: ['Rocket'],
    sdk: ['ASP.NET Core'],
  }),
);

/** Of which category software is that goes by a word. */
export const WORD_CATEGORIES: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    ai: ['ai'],
    auth: ['identity-and-secrets'],
    broker: ['messaging'],
    cache: ['databases'],
    database: ['databases'],
    db: ['databases'],
    dns: ['networks'],
    frontend: ['dev-servers'],
    game: ['games'],
    git: ['delivery'],
    llm: ['ai'],
    mail: ['mail'],
    metrics: ['observability', 'exporters'],
    monitoring: ['observability'],
    mq: ['messaging'],
    proxy: ['proxies'],
    queue: ['messaging'],
    registry: ['delivery'],
    smtp: ['mail'],
    sql: ['databases'],
    sso: ['identity-and-secrets'],
    storage: ['media-and-files', 'databases'],
    vpn: ['networks'],
  }),
);
