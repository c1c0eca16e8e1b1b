/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "storage/tori-json-reader.h"
#include "support/tori-test-data.h"

/* json-glib as an independent witness: of every good plan it reads the same tree as our reader. */

static void assert_same (ToriJsonReader *reader, ToriJsonToken token, JsonNode *node);

static void
assert_same_object (ToriJsonReader *reader, JsonObject *object)
{
  g_autoptr (GList) names = json_object_get_members (object);

  for (GList *name = names; name; name = name->next)
    {
      g_autofree char *key = NULL;

      g_assert_cmpint (tori_json_reader_next (reader), ==, TORI_JSON_KEY);
      key = tori_json_reader_dup_text (reader);
      g_assert_cmpstr (key, ==, name->data);
      assert_same (reader, tori_json_reader_next (reader), json_object_get_member (object, key));
    }
  g_assert_cmpint (tori_json_reader_next (reader), ==, TORI_JSON_OBJECT_END);
}

static void
assert_same_array (ToriJsonReader *reader, JsonArray *array)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    assert_same (reader, tori_json_reader_next (reader), json_array_get_element (array, i));
  g_assert_cmpint (tori_json_reader_next (reader), ==, TORI_JSON_ARRAY_END);
}

static void
assert_same_number (ToriJsonReader *reader, JsonNode *node)
{
  g_autofree char *text = tori_json_reader_dup_text (reader);
  gint64 integer;

  if (tori_json_reader_get_integer (reader, &integer))
    g_assert_cmpint (integer, ==, json_node_get_int (node));
  else
    g_assert_cmpfloat (g_ascii_strtod (text, NULL), ==, json_node_get_double (node));
}

static void
assert_same (ToriJsonReader *reader, ToriJsonToken token, JsonNode *node)
{
  g_autofree char *text = NULL;

  switch (token)
    {
    case TORI_JSON_OBJECT: assert_same_object (reader, json_node_get_object (node)); break;
    case TORI_JSON_ARRAY: assert_same_array (reader, json_node_get_array (node)); break;
    case TORI_JSON_STRING:
      text = tori_json_reader_dup_text (reader);
      g_assert_cmpstr (text, ==, json_node_get_string (node));
      break;
    case TORI_JSON_NUMBER: assert_same_number (reader, node); break;
    case TORI_JSON_TRUE: g_assert_true (json_node_get_boolean (node)); break;
    case TORI_JSON_FALSE: g_assert_false (json_node_get_boolean (node)); break;
    case TORI_JSON_NULL: g_assert_true (json_node_is_null (node)); break;
    case TORI_JSON_OBJECT_END:
    case TORI_JSON_ARRAY_END:
    case TORI_JSON_KEY:
    case TORI_JSON_END:
    case TORI_JSON_ERROR:
    default: g_assert_not_reached ();
    }
}

static void
test_same_tree (void)
{
  g_auto (GStrv) paths = tori_test_list_plans ();

  for (guint i = 0; paths[i]; i++)
    {
      gsize length;
      g_autofree char *text = tori_test_read (paths[i], &length);
      g_autoptr (ToriJsonReader) reader = tori_json_reader_new (text, length);
      g_autoptr (JsonParser) parser = json_parser_new_immutable ();
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", paths[i]);
      json_parser_load_from_data (parser, text, length, &error);
      g_assert_no_error (error);
      assert_same (reader, tori_json_reader_next (reader), json_parser_get_root (parser));
      g_assert_cmpint (tori_json_reader_next (reader), ==, TORI_JSON_END);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/json-witness/same-tree", test_same_tree);
  return g_test_run ();
}
