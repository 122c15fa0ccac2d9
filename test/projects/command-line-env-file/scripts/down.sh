# docker compose -f ../deploy/stack.yaml -f ../deploy/other.yaml up
docker compose -f "$DIR/stack.yaml" -f ../deploy/other.yaml down
