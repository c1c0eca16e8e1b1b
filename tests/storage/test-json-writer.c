/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "storage/tori-json-writer.h"

#include <string.h>

#include "storage/tori-json-reader.h"

static void
assert_written (ToriJsonWriter *writer, const char *expected)
{
  g_autoptr (GBytes) bytes = tori_json_writer_finish (writer);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  g_assert_cmpstr (text, ==, expected);
}

static void
test_form (void)
{
  g_autoptr (ToriJsonWriter) writer = tori_json_writer_new ();

  tori_json_writer_begin_object (writer);
  tori_json_writer_key (writer, "柱");
  tori_json_writer_begin_array (writer);
  tori_json_writer_string (writer, "推進");
  tori_json_writer_begin_object (writer);
  tori_json_writer_end_object (writer);
  tori_json_writer_begin_array (writer);
  tori_json_writer_end_array (writer);
  tori_json_writer_begin_object (writer);
  tori_json_writer_key (writer, "year");
  tori_json_writer_integer (writer, 2017);
  tori_json_writer_key (writer, "actual");
  tori_json_writer_number (writer, "78.40");
  tori_json_writer_end_object (writer);
  tori_json_writer_end_array (writer);
  tori_json_writer_key (writer, "done");
  tori_json_writer_boolean (writer, TRUE);
  tori_json_writer_key (writer, "counts");
  tori_json_writer_boolean (writer, FALSE);
  tori_json_writer_key (writer, "rate");
  tori_json_writer_null (writer);
  tori_json_writer_end_object (writer);

  assert_written (writer, "{\n"
                          "  \"柱\": [\n"
                          "    \"推進\",\n"
                          "    {},\n"
                          "    [],\n"
                          "    {\n"
                          "      \"year\": 2017,\n"
                          "      \"actual\": 78.40\n"
                          "    }\n"
                          "  ],\n"
                          "  \"done\": true,\n"
                          "  \"counts\": false,\n"
                          "  \"rate\": null\n"
                          "}\n");
}

static void
test_escapes (void)
{
  g_autoptr (ToriJsonWriter) writer = tori_json_writer_new ();

  tori_json_writer_string (writer, "\"\\/\b\f\n\r\t\x01\x1f\x7f・柱①～😀\xe2\x80\xa8");
  assert_written (writer, "\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0001\\u001f\x7f・柱①～😀\xe2\x80\xa8\"\n");
}

/* Each text comes back as it was, at every place in the eight bytes that are looked at at once. */
static void
test_round_trip (void)
{
  static const char *const pieces[] = { "a",  "0123456", "柱", "①～",  "é",  "😀",
                                        "\n", "\"",      "\\", "\x01", "　", "\x7f" };
  GRand *rand = g_rand_new_with_seed (20171);

  for (guint round = 0; round < 3000; round++)
    {
      g_autoptr (ToriJsonWriter) writer = tori_json_writer_new ();
      g_autoptr (ToriJsonReader) reader = NULL;
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *back = NULL;
      guint n = g_rand_int_range (rand, 0, 30);

      for (guint i = 0; i < n; i++)
        g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
      tori_json_writer_string (writer, text->str);
      bytes = tori_json_writer_finish (writer);
      reader = tori_json_reader_new (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      g_assert_cmpint (tori_json_reader_next (reader), ==, TORI_JSON_STRING);
      back = tori_json_reader_dup_text (reader);
      g_assert_cmpstr (back, ==, text->str);
    }
  g_rand_free (rand);
}

static void
test_raw (void)
{
  static const char members[] =
      "\"\\u67f1\":[ 1.50,1E5 ,-0,{ }],\t\"b\" :{\"c\":\"\\/\\u0041\\u000a\",\r\n\"d\":null}";
  static const char expected[] = "{\n"
                                 "  \"title\": \"x\",\n"
                                 "  \"柱\": [\n"
                                 "    1.50,\n"
                                 "    1E5,\n"
                                 "    -0,\n"
                                 "    {}\n"
                                 "  ],\n"
                                 "  \"b\": {\n"
                                 "    \"c\": \"/A\\n\",\n"
                                 "    \"d\": null\n"
                                 "  }\n"
                                 "}\n";
  g_autoptr (ToriJsonWriter) writer = tori_json_writer_new ();
  g_autoptr (ToriJsonWriter) again = tori_json_writer_new ();

  tori_json_writer_begin_object (writer);
  tori_json_writer_key (writer, "title");
  tori_json_writer_string (writer, "x");
  tori_json_writer_raw_members (writer, members);
  tori_json_writer_raw_members (writer, NULL);
  tori_json_writer_end_object (writer);
  assert_written (writer, expected);

  tori_json_writer_raw_value (again, expected, strlen (expected));
  assert_written (again, expected);
}

/* What is not UTF-8 cannot come out of the model; if it did, the bytes are such as our reader refuses. */
static void
test_not_utf8 (void)
{
  g_autoptr (ToriJsonWriter) writer = tori_json_writer_new ();
  g_autoptr (GBytes) bytes = NULL;

  tori_json_writer_string (writer, "a\xff");
  bytes = tori_json_writer_finish (writer);
  g_assert_false (tori_json_reader_check (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/json-writer/form", test_form);
  g_test_add_func ("/json-writer/escapes", test_escapes);
  g_test_add_func ("/json-writer/round-trip", test_round_trip);
  g_test_add_func ("/json-writer/raw", test_raw);
  g_test_add_func ("/json-writer/not-utf8", test_not_utf8);
  return g_test_run ();
}
