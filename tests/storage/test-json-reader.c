/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "storage/tori-json-reader.h"

#include <string.h>

typedef struct
{
  const char *json;
  gsize length;
  ToriStorageError code;
  guint line;
  guint column;
} Bad;

#define BAD(json, code, line, column)                                                                        \
  {                                                                                                          \
    json, sizeof json - 1, TORI_STORAGE_ERROR_##code, line, column                                           \
  }

/* The bytes in a block of just their size, so that the sanitizer sees a read beyond them. */
static char *
exact_copy (const char *json, gsize length)
{
  return g_memdup2 (json, MAX (length, 1));
}

static void
assert_bad (const Bad *bad)
{
  g_autofree char *shown = g_strescape (bad->json, NULL);
  g_autofree char *copy = exact_copy (bad->json, bad->length);
  g_autofree char *got = NULL;
  g_autofree char *wanted = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (tori_json_reader_check (copy, bad->length, &error));
  g_assert_nonnull (error);
  g_assert_true (error->domain == TORI_STORAGE_ERROR);
  wanted = g_strdup_printf ("%s at %u:%u in %s", tori_storage_error_get_name (bad->code), bad->line,
                            bad->column, shown);
  got = g_strdup_printf ("%s at %u:%u in %s", tori_storage_error_get_name (error->code),
                         tori_storage_error_get_line (error), tori_storage_error_get_column (error), shown);
  g_assert_cmpstr (got, ==, wanted);
}

static const Bad bad_structures[] = {
  BAD ("", EMPTY, 1, 1),
  BAD (" \r\n\t ", EMPTY, 2, 3),
  BAD ("\xef\xbb\xbf", EMPTY, 1, 1),
  BAD ("\xef\xbb", NOT_JSON, 1, 1),
  BAD ("PK\x03\x04", NOT_JSON, 1, 1),
  BAD ("<plan/>", NOT_JSON, 1, 1),
  BAD ("\xff\xfe{\0", NOT_JSON, 1, 1),
  BAD ("これは計画", NOT_JSON, 1, 1),
  BAD ("title", NOT_JSON, 1, 1),
  BAD ("'title'", NOT_JSON, 1, 1),
  BAD ("]", NOT_JSON, 1, 1),
  BAD ("*", NOT_JSON, 1, 1),
  BAD ("// a plan\n{}", NOT_JSON, 1, 1),
  BAD ("\0", NOT_JSON, 1, 1),
  BAD ("\xe2\x81\xa0{}", NOT_JSON, 1, 1),
  BAD ("[", TRUNCATED, 1, 2),
  BAD ("{", TRUNCATED, 1, 2),
  BAD ("[[", TRUNCATED, 1, 3),
  BAD ("[{", TRUNCATED, 1, 3),
  BAD ("[{}", TRUNCATED, 1, 4),
  BAD ("[1", TRUNCATED, 1, 3),
  BAD ("[1,", TRUNCATED, 1, 4),
  BAD ("[1,\n2\n,3", TRUNCATED, 3, 3),
  BAD ("[\"", TRUNCATED, 1, 3),
  BAD ("[\"柱", TRUNCATED, 1, 4),
  BAD ("[\"柱\\", TRUNCATED, 1, 5),
  BAD ("[\"柱\"", TRUNCATED, 1, 5),
  BAD ("{\"title", TRUNCATED, 1, 8),
  BAD ("{\"title\"", TRUNCATED, 1, 9),
  BAD ("{\"title\":", TRUNCATED, 1, 10),
  BAD ("{\"title\":\"", TRUNCATED, 1, 11),
  BAD ("{\"title\":1", TRUNCATED, 1, 11),
  BAD ("{\"title\":1,", TRUNCATED, 1, 12),
  BAD ("[tr", TRUNCATED, 1, 4),
  BAD ("[fals", TRUNCATED, 1, 6),
  BAD ("[true, nul", TRUNCATED, 1, 11),
  BAD ("[\"\\u00", TRUNCATED, 1, 7),
  BAD ("[-", TRUNCATED, 1, 3),
  BAD ("[1.", TRUNCATED, 1, 4),
  BAD ("[1e", TRUNCATED, 1, 4),
  BAD ("[1 true]", MISSING_COMMA, 1, 4),
  BAD ("[\"a\"\n \"b\"]", MISSING_COMMA, 2, 2),
  BAD ("[3[4]]", MISSING_COMMA, 1, 3),
  BAD ("{\"a\":1 \"b\":2}", MISSING_COMMA, 1, 8),
  BAD ("{\"a\":\"b\" 柱}", MISSING_COMMA, 1, 10),
  BAD ("[1;2]", MISSING_COMMA, 1, 3),
  BAD ("[1\"]", MISSING_COMMA, 1, 3),
  BAD ("[,]", MISSING_VALUE, 1, 2),
  BAD ("[,1]", MISSING_VALUE, 1, 2),
  BAD ("[}", MISSING_VALUE, 1, 2),
  BAD ("{\"a\":}", MISSING_VALUE, 1, 6),
  BAD ("{\"a\":,\"b\":1}", MISSING_VALUE, 1, 6),
  BAD ("[1,]", EXTRA_COMMA, 1, 3),
  BAD ("[1,,2]", EXTRA_COMMA, 1, 4),
  BAD ("[1\n,\n,]", EXTRA_COMMA, 3, 1),
  BAD ("{\"a\":0,}", EXTRA_COMMA, 1, 7),
  BAD ("{\"a\":0,\r\n}", EXTRA_COMMA, 1, 7),
  BAD ("{\"a\":0,,\"b\":1}", EXTRA_COMMA, 1, 8),
  BAD ("{\"a\" 1}", MISSING_COLON, 1, 6),
  BAD ("{\"a\",1}", MISSING_COLON, 1, 5),
  BAD ("{\"a\"}", MISSING_COLON, 1, 5),
  BAD ("{\"a\":\"b\",\"c\"}", MISSING_COLON, 1, 13),
  BAD ("{\"a\"::1}", UNEXPECTED, 1, 6),
  BAD ("[1:2]", UNEXPECTED, 1, 3),
  BAD ("[1/*one*/]", UNEXPECTED, 1, 3),
  BAD ("[*]", UNEXPECTED, 1, 2),
  BAD ("['a']", UNEXPECTED, 1, 2),
  BAD ("[<a>]", UNEXPECTED, 1, 2),
  BAD ("[\\u000A\"\"]", UNEXPECTED, 1, 2),
  BAD ("[\xe2\x81\xa0]", UNEXPECTED, 1, 2),
  BAD ("[é]", UNEXPECTED, 1, 2),
  BAD ("{:1}", MISSING_KEY, 1, 2),
  BAD ("{a:1}", MISSING_KEY, 1, 2),
  BAD ("{'a':1}", MISSING_KEY, 1, 2),
  BAD ("{1:1}", MISSING_KEY, 1, 2),
  BAD ("{[\"a\"]:1}", MISSING_KEY, 1, 2),
  BAD ("{]", MISSING_KEY, 1, 2),
  BAD ("{,", MISSING_KEY, 1, 2),
  BAD ("{\"a\":1, 柱:2}", MISSING_KEY, 1, 9),
  BAD ("[1}", WRONG_BRACKET, 1, 3),
  BAD ("{\"a\":[1}", WRONG_BRACKET, 1, 8),
  BAD ("{\"a\":1]", WRONG_BRACKET, 1, 7),
  BAD ("[True]", BAD_WORD, 1, 2),
  BAD ("[nan]", BAD_WORD, 1, 2),
  BAD ("[NaN]", BAD_WORD, 1, 2),
  BAD ("[Infinity]", BAD_WORD, 1, 2),
  BAD ("[truth]", BAD_WORD, 1, 2),
  BAD ("[nulls]", BAD_WORD, 1, 2),
  BAD ("[fals]", BAD_WORD, 1, 2),
  BAD ("{\"a\": undefined}", BAD_WORD, 1, 7),
  BAD ("[]]", AFTER_END, 1, 3),
  BAD ("{}}", AFTER_END, 1, 3),
  BAD ("{}\n{}", AFTER_END, 2, 1),
  BAD ("[1],", AFTER_END, 1, 4),
  BAD ("\"a\"x", AFTER_END, 1, 4),
  BAD ("2@", AFTER_END, 1, 2),
  BAD ("{}#", AFTER_END, 1, 3),
  BAD ("{} /* done */", AFTER_END, 1, 4),
  BAD ("{} // done", AFTER_END, 1, 4),
  BAD ("[\v1]", CONTROL, 1, 2),
  BAD ("[\f]", CONTROL, 1, 2),
  BAD ("[1\0]", NUL, 1, 3),
  BAD ("{}\0", NUL, 1, 3),
  BAD ("{}\xff", INVALID_UTF8, 1, 3),
};

static const Bad bad_numbers[] = {
  BAD ("[+1]", BAD_NUMBER, 1, 2),
  BAD ("[.5]", BAD_NUMBER, 1, 2),
  BAD ("[-.5]", BAD_NUMBER, 1, 3),
  BAD ("[-]", BAD_NUMBER, 1, 3),
  BAD ("[- 1]", BAD_NUMBER, 1, 3),
  BAD ("[--1]", BAD_NUMBER, 1, 3),
  BAD ("[-Infinity]", BAD_NUMBER, 1, 3),
  BAD ("[01]", BAD_NUMBER, 1, 3),
  BAD ("[-01]", BAD_NUMBER, 1, 4),
  BAD ("[00]", BAD_NUMBER, 1, 3),
  BAD ("[1.]", BAD_NUMBER, 1, 4),
  BAD ("[1.e3]", BAD_NUMBER, 1, 4),
  BAD ("[1.-2]", BAD_NUMBER, 1, 4),
  BAD ("[1e]", BAD_NUMBER, 1, 4),
  BAD ("[1E+]", BAD_NUMBER, 1, 5),
  BAD ("[1e-]", BAD_NUMBER, 1, 5),
  BAD ("[1ee2]", BAD_NUMBER, 1, 4),
  BAD ("[1ea]", BAD_NUMBER, 1, 4),
  BAD ("[0e+-1]", BAD_NUMBER, 1, 5),
  BAD ("[1.2.3]", MISSING_COMMA, 1, 5),
  BAD ("[1_000]", MISSING_COMMA, 1, 3),
  BAD ("[1 000]", MISSING_COMMA, 1, 4),
  BAD ("[0x1F]", MISSING_COMMA, 1, 3),
  BAD ("[1+2]", MISSING_COMMA, 1, 3),
  BAD ("[1.5年]", MISSING_COMMA, 1, 5),
  BAD ("[１]", UNEXPECTED, 1, 2),
  BAD ("[1\xe5]", INVALID_UTF8, 1, 3),
  BAD ("[1e\xe5]", INVALID_UTF8, 1, 4),
  BAD ("[-\xe5]", INVALID_UTF8, 1, 3),
  BAD ("[9007199254740993]", NUMBER_RANGE, 1, 2),
  BAD ("[-9007199254740993]", NUMBER_RANGE, 1, 2),
  BAD ("[18446744073709551616]", NUMBER_RANGE, 1, 2),
  BAD ("[123456789012345678901234567890]", NUMBER_RANGE, 1, 2),
  BAD ("[1e309]", NUMBER_RANGE, 1, 2),
  BAD ("[-1.5E+400]", NUMBER_RANGE, 1, 2),
  BAD ("[1e99999999999999999999]", NUMBER_RANGE, 1, 2),
};

static const Bad bad_strings[] = {
  BAD ("[\"\\a\"]", BAD_ESCAPE, 1, 3),
  BAD ("[\"柱\\x20\"]", BAD_ESCAPE, 1, 4),
  BAD ("[\"\\'\"]", BAD_ESCAPE, 1, 3),
  BAD ("[\"\\\t\"]", BAD_ESCAPE, 1, 3),
  BAD ("[\"\\\0\"]", BAD_ESCAPE, 1, 3),
  BAD ("[\"\\柱\"]", BAD_ESCAPE, 1, 3),
  BAD ("[\"\\U00E9\"]", BAD_ESCAPE, 1, 3),
  BAD ("[\"\\u00G0\"]", BAD_ESCAPE, 1, 3),
  BAD ("[\"\\u 123\"]", BAD_ESCAPE, 1, 3),
  BAD ("[\"\\u12\", 1]", BAD_ESCAPE, 1, 3),
  BAD ("[\"\\u0000\"]", NUL, 1, 3),
  BAD ("{\"a\\u0000b\":1}", NUL, 1, 4),
  BAD ("[\"a\0b\"]", NUL, 1, 4),
  BAD ("[\"\\ud83d\"]", LONE_SURROGATE, 1, 3),
  BAD ("[\"\\ud83d\\n\"]", LONE_SURROGATE, 1, 3),
  BAD ("[\"\\ud83d\\u0041\"]", LONE_SURROGATE, 1, 3),
  BAD ("[\"\\ud83d\\ud83d\\ude00\"]", LONE_SURROGATE, 1, 3),
  BAD ("[\"\\ude00\"]", LONE_SURROGATE, 1, 3),
  BAD ("[\"\\ude00\\ud83d\"]", LONE_SURROGATE, 1, 3),
  BAD ("[\"柱\\ud83d\\u\"]", LONE_SURROGATE, 1, 4),
  BAD ("[\"one\ntwo\"]", CONTROL, 1, 6),
  BAD ("[\"柱\ttwo\"]", CONTROL, 1, 4),
  BAD ("[\"\x1f\"]", CONTROL, 1, 3),
  BAD ("{\"a\nb\":1}", CONTROL, 1, 4),
  BAD ("[\"\xff\"]", INVALID_UTF8, 1, 3),
  BAD ("[\"\x80\"]", INVALID_UTF8, 1, 3),
  BAD ("[\"\xc0\xaf\"]", INVALID_UTF8, 1, 3),                 /* overlong */
  BAD ("[\"\xe0\x80\xaf     \"]", INVALID_UTF8, 1, 3),        /* overlong */
  BAD ("[\"\xf0\x80\x80\xaf\"]", INVALID_UTF8, 1, 3),         /* overlong */
  BAD ("[\"柱\xed\xa0\x80     \"]", INVALID_UTF8, 1, 4),      /* a surrogate */
  BAD ("[\"柱柱\xed\xbf\xbf     \"]", INVALID_UTF8, 1, 5),    /* a surrogate */
  BAD ("[\"\xf4\x90\x80\x80\"]", INVALID_UTF8, 1, 3),         /* beyond U+10FFFF */
  BAD ("[\"\xfc\x83\xbf\xbf\xbf\xbf\"]", INVALID_UTF8, 1, 3), /* six bytes */
  BAD ("[\"柱\xe6\x9f\"]", INVALID_UTF8, 1, 4),
  BAD ("[\"\xe6\x9f", INVALID_UTF8, 1, 3),
  BAD ("[\"\xc3(12345678\"]", INVALID_UTF8, 1, 3),
  BAD ("[\"\x93\xfa\x96\x7b\"]", INVALID_UTF8, 1, 3), /* Shift_JIS */
  BAD ("[\"12345678\xe9\"]", INVALID_UTF8, 1, 11),    /* Latin-1 */
  BAD ("{\"\xb9\":1}", INVALID_UTF8, 1, 3),
};

static const Bad bad_keys[] = {
  BAD ("{\"a\":1,\"a\":2}", DUPLICATE_KEY, 1, 8),
  BAD ("{\"a\":1,\n \"b\":2,\n \"\\u0061\":3}", DUPLICATE_KEY, 3, 2),
  BAD ("{\"\\u67f1\":1,\"柱\":2}", DUPLICATE_KEY, 1, 13),
  BAD ("{\"\":1,\"\":2}", DUPLICATE_KEY, 1, 7),
  BAD ("{\"x\":{\"a\":1,\"b\":{\"a\":1},\"a\":2}}", DUPLICATE_KEY, 1, 25),
  BAD ("{\"x\":{\"a\":1},\"y\":[{\"a\":1}],\"x\":1}", DUPLICATE_KEY, 1, 28),
};

static void
test_bad (gconstpointer data)
{
  const Bad *const *tables = (const Bad *[]){ bad_structures, bad_numbers, bad_strings, bad_keys };
  const gsize lengths[] = { G_N_ELEMENTS (bad_structures), G_N_ELEMENTS (bad_numbers),
                            G_N_ELEMENTS (bad_strings), G_N_ELEMENTS (bad_keys) };
  guint table = GPOINTER_TO_UINT (data);

  for (gsize i = 0; i < lengths[table]; i++)
    assert_bad (&tables[table][i]);
}

static const char *const good[] = {
  "{}",
  "[]",
  "\"\"",
  "null",
  "true",
  "-0",
  " 0 ",
  "\xef\xbb\xbf{}",
  "{}\r\n",
  "[[],{},[[]]]",
  "[0e1,0E+1,1.5e-7,-0.0,1E22,123456789.123456789012345678901234567890,1e-400]",
  "[9007199254740992,-9007199254740992]",
  "{\"\":0,\"a\":1,\"A\":2,\"a \":3}",
  "[\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u0041\\u00e9\\u67F1\\ud83d\\ude00\\uDBFF\\uDFFF\"]",
  "[\"\x7f\", \"\xc2\x80\", \"\xdf\xbf\", \"\xe0\xa0\x80\", \"\xed\x9f\xbf\"]",
  "[\"\xee\x80\x80\", \"\xef\xbf\xbf\"]",
  "[\"\xf0\x90\x80\x80\", \"\xf4\x8f\xbf\xbf\", \"\xe2\x80\xa8\", \"/* no comment */\"]",
  "{\r\n\t\"a\" : [ 1 , 2 ] , \"b\" : null\r\n}",
};

static void
test_good (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    {
      gsize length = strlen (good[i]);
      g_autofree char *copy = exact_copy (good[i], length);
      g_autoptr (GError) error = NULL;

      tori_json_reader_check (copy, length, &error);
      g_assert_no_error (error);
    }
}

/* Every beginning of a good object is refused, and nothing behind its end is read. */
static void
test_truncated (void)
{
  static const char json[] =
      "{\"柱\": [1, -2.5e+3, true, null, {\"\\u67f1\\n\": \"\\ud83d\\ude00・研修\"}], \"x\": false}";

  for (gsize length = 0; length < sizeof json - 1; length++)
    {
      g_autofree char *copy = exact_copy (json, length);
      g_autoptr (GError) error = NULL;

      g_assert_false (tori_json_reader_check (copy, length, &error));
      g_assert_nonnull (error);
    }
  g_assert_true (tori_json_reader_check (json, sizeof json - 1, NULL));
}

static void
assert_text (ToriJsonReader *reader, const char *expected)
{
  g_autofree char *copy = tori_json_reader_dup_text (reader);
  gsize length;
  const char *text = tori_json_reader_get_text (reader, &length);

  g_assert_cmpmem (text, length, expected, strlen (expected));
  g_assert_cmpstr (copy, ==, expected);
}

static void
test_tokens (void)
{
  static const char json[] =
      "{ \"a\\tb\" : [ -12 , 78.40, \"\\u67f1\\ud83d\\ude00\\/\\\\x\" ,true,false,null,{ },[]],"
      "\"柱\":\"研修\" }";
  g_autoptr (ToriJsonReader) reader = tori_json_reader_new (json, sizeof json - 1);
  gint64 integer = 0;
  gsize length;

  g_assert_cmpint (tori_json_reader_next (reader), ==, TORI_JSON_OBJECT);
  g_assert_cmpint (tori_json_reader_next (reader), ==, TORI_JSON_KEY);
  assert_text (reader, "a\tb");
  g_assert_cmpint (tori_json_reader_next (reader), ==, TORI_JSON_ARRAY);
  g_assert_cmpint (tori_json_reader_next (reader), ==, TORI_JSON_NUMBER);
  assert_text (reader, "-12");
  g_assert_true (tori_json_reader_get_integer (reader, &integer));
  g_assert_cmpint (integer, ==, -12);
  g_assert_cmpint (tori_json_reader_next (reader), ==, TORI_JSON_NUMBER);
  assert_text (reader, "78.40");
  g_assert_false (tori_json_reader_get_integer (reader, &integer));
  g_assert_cmpint (tori_json_reader_next (reader), ==, TORI_JSON_STRING);
  assert_text (reader, "柱😀/\\x");
  g_assert_cmpint (tori_json_reader_next (reader), ==, TORI_JSON_TRUE);
  g_assert_cmpint (tori_json_reader_next (reader), ==, TORI_JSON_FALSE);
  g_assert_cmpint (tori_json_reader_next (reader), ==, TORI_JSON_NULL);
  g_assert_cmpint (tori_json_reader_next (reader), ==, TORI_JSON_OBJECT);
  g_assert_cmpint (tori_json_reader_next (reader), ==, TORI_JSON_OBJECT_END);
  g_assert_cmpint (tori_json_reader_next (reader), ==, TORI_JSON_ARRAY);
  g_assert_cmpint (tori_json_reader_next (reader), ==, TORI_JSON_ARRAY_END);
  g_assert_cmpint (tori_json_reader_next (reader), ==, TORI_JSON_ARRAY_END);
  g_assert_cmpint (tori_json_reader_next (reader), ==, TORI_JSON_KEY);
  g_assert_cmpint (tori_json_reader_next (reader), ==, TORI_JSON_STRING);
  assert_text (reader, "研修");
  /* not copied when there is nothing to unescape */
  g_assert_true (tori_json_reader_get_text (reader, &length) > json
                 && tori_json_reader_get_text (reader, &length) < json + sizeof json);
  g_assert_cmpint (tori_json_reader_next (reader), ==, TORI_JSON_OBJECT_END);
  g_assert_cmpint (tori_json_reader_next (reader), ==, TORI_JSON_END);
  g_assert_cmpint (tori_json_reader_next (reader), ==, TORI_JSON_END);
}

static void
test_skip (void)
{
  static const char json[] = "{\"a\": {\"b\": [1, {\"c\": 2}] } , \"d\": 3, \"e\": [1}";
  g_autoptr (ToriJsonReader) reader = tori_json_reader_new (json, sizeof json - 1);
  const char *raw;
  gsize length;

  tori_json_reader_next (reader);
  tori_json_reader_next (reader);
  g_assert_true (tori_json_reader_skip (reader));
  raw = tori_json_reader_get_raw (reader, &length);
  g_assert_cmpmem (raw, length, "{\"b\": [1, {\"c\": 2}] }", 21);
  g_assert_cmpint (tori_json_reader_next (reader), ==, TORI_JSON_KEY);
  g_assert_true (tori_json_reader_skip (reader));
  raw = tori_json_reader_get_raw (reader, &length);
  g_assert_cmpmem (raw, length, "3", 1);
  g_assert_cmpint (tori_json_reader_next (reader), ==, TORI_JSON_KEY);
  g_assert_false (tori_json_reader_skip (reader));
  g_assert_cmpint (tori_json_reader_get_error (reader)->code, ==, TORI_STORAGE_ERROR_WRONG_BRACKET);
  g_assert_cmpint (tori_json_reader_next (reader), ==, TORI_JSON_ERROR);
}

static void
assert_code (const char *json, gsize length, ToriStorageError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (tori_json_reader_check (json, length, &error));
  g_assert_error (error, TORI_STORAGE_ERROR, (int) code);
}

static void
test_limits (void)
{
  g_autoptr (GString) json = g_string_new (NULL);

  for (guint i = 0; i < TORI_JSON_MAX_DEPTH; i++)
    g_string_append_c (json, '[');
  for (guint i = 0; i < TORI_JSON_MAX_DEPTH; i++)
    g_string_append_c (json, ']');
  g_assert_true (tori_json_reader_check (json->str, json->len, NULL));
  g_string_prepend_c (json, '[');
  g_string_append_c (json, ']');
  assert_code (json->str, json->len, TORI_STORAGE_ERROR_TOO_DEEP);

  g_string_assign (json, "\"");
  for (guint i = 0; i < TORI_JSON_MAX_STRING / 16; i++)
    g_string_append (json, "0123456789abcdef");
  g_string_append_c (json, '"');
  g_assert_true (tori_json_reader_check (json->str, json->len, NULL));
  g_string_insert_c (json, 5, 'x');
  assert_code (json->str, json->len, TORI_STORAGE_ERROR_TOO_LONG);

  g_string_assign (json, "[0");
  for (guint i = 2; i < TORI_JSON_MAX_VALUES; i++)
    g_string_append (json, ",0");
  g_string_append_c (json, ']');
  g_assert_true (tori_json_reader_check (json->str, json->len, NULL));
  g_string_insert (json, 1, "0,");
  assert_code (json->str, json->len, TORI_STORAGE_ERROR_TOO_MANY);

  g_string_assign (json, "0.");
  for (guint i = 0; i < TORI_JSON_MAX_NUMBER; i++)
    g_string_append_c (json, '5');
  assert_code (json->str, json->len, TORI_STORAGE_ERROR_NUMBER_RANGE);
  g_string_truncate (json, TORI_JSON_MAX_NUMBER);
  g_assert_true (tori_json_reader_check (json->str, json->len, NULL));

  /* Refused by its size alone: nothing is read. */
  assert_code (json->str, TORI_JSON_MAX_SIZE + 1, TORI_STORAGE_ERROR_TOO_LARGE);
}

/* Many keys in one object: found when doubled, and no choice of keys is slow. */
static void
test_many_keys (void)
{
  g_autoptr (GString) json = g_string_new ("{");
  gsize good_length;

  for (guint i = 0; i < 60000; i++)
    g_string_append_printf (json, "\"same-beginning-%06u\":0,", i);
  good_length = json->len - 1;
  json->str[good_length] = '}';
  g_assert_true (tori_json_reader_check (json->str, json->len, NULL));

  json->str[good_length] = ',';
  g_string_append (json, "\"same-beginning-000007\":0}");
  assert_code (json->str, json->len, TORI_STORAGE_ERROR_DUPLICATE_KEY);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_data_func ("/json-reader/bad/structures", GUINT_TO_POINTER (0), test_bad);
  g_test_add_data_func ("/json-reader/bad/numbers", GUINT_TO_POINTER (1), test_bad);
  g_test_add_data_func ("/json-reader/bad/strings", GUINT_TO_POINTER (2), test_bad);
  g_test_add_data_func ("/json-reader/bad/keys", GUINT_TO_POINTER (3), test_bad);
  g_test_add_func ("/json-reader/good", test_good);
  g_test_add_func ("/json-reader/truncated", test_truncated);
  g_test_add_func ("/json-reader/tokens", test_tokens);
  g_test_add_func ("/json-reader/skip", test_skip);
  g_test_add_func ("/json-reader/limits", test_limits);
  g_test_add_func ("/json-reader/many-keys", test_many_keys);
  return g_test_run ();
}
