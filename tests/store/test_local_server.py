import neo4j

from graph_service.store.local import Connection


def test_the_server_answers(neo4j_server: Connection) -> None:
    auth = (neo4j_server.user, neo4j_server.password.get_secret_value())
    with neo4j.GraphDatabase.driver(neo4j_server.uri, auth=auth) as driver:
        assert driver.execute_query("RETURN 1 AS one").records[0]["one"] == 1
