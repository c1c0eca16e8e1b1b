/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "storage/tori-codec.h"

#include <string.h>

#include "support/tori-test-data.h"

/* One slip in tests/data/every-member.torikumi, and what must be said of it. */
typedef struct
{
  const char *find;
  const char *replace;
  ToriStorageError code;
  const char *path;
  const char *value;
} Slip;

#define SLIP(find, replace, code, ...)                                                                       \
  {                                                                                                          \
    find, replace, TORI_STORAGE_ERROR_##code, __VA_ARGS__                                                    \
  }
#define INITIATIVE "pillars[0].initiatives[0]"
#define ENTRY INITIATIVE ".entries[0]"
#define LANES INITIATIVE ".schedule[0].lanes"

static const Slip kinds[] = {
  SLIP ("\"torikumi-plan\"", "\"other-plan\"", NOT_A_PLAN, ""),
  SLIP ("\"torikumi-plan\"", "null", NOT_A_PLAN, ""),
  SLIP ("\"format\": ", "\"form\": ", NOT_A_PLAN, ""),
  SLIP ("\"version\": 1,", "\"version\": 2,", TOO_NEW, "version", "2"),
  SLIP ("\"version\": 1,\n  \"id\": \"plan-1\",",
        "\"version\": 300,\n  \"id\": [],",
        TOO_NEW,
        "version",
        "300"),
  SLIP ("\"version\": 1,", "\"version\": 0,", BAD_VERSION, "version", "0"),
  SLIP ("\"version\": 1,", "\"version\": -1,", BAD_VERSION, "version", "-1"),
  SLIP ("\"version\": 1,", "\"version\": 1.0,", BAD_VERSION, "version", "1.0"),
  SLIP ("\"version\": 1,", "\"version\": \"1\",", BAD_VERSION, "version", "\"1\""),
  SLIP ("\"version\": 1,", "", MISSING_MEMBER, "version"),
};

static const Slip types[] = {
  SLIP ("\"plan-1\"", "1", EXPECTED_TEXT, "id"),
  SLIP ("\"みほん市\"", "[\"みほん市\"]", EXPECTED_TEXT, "organization"),
  SLIP ("\"year\": 2018,\n  \"era\"", "\"year\": \"2018\",\n  \"era\"", EXPECTED_INTEGER, "year"),
  SLIP ("\"year\": 2018,\n  \"era\"", "\"year\": 2018.0,\n  \"era\"", EXPECTED_INTEGER, "year", "2018.0"),
  SLIP ("\"year\": 2018,\n  \"era\"", "\"year\": 2e3,\n  \"era\"", EXPECTED_INTEGER, "year", "2e3"),
  SLIP ("\"both\"", "\"Both\"", UNKNOWN_CHOICE, "era", "Both"),
  SLIP ("\"both\"", "2", EXPECTED_TEXT, "era"),
  SLIP ("\"検討\",\n", "5,\n", EXPECTED_TEXT, "phases[0]"),
  SLIP ("\"検討\",\n    \"\"", "\"検討\",\n    null", EXPECTED_TEXT, "phases[1]"),
  SLIP ("\"counts\": false", "\"counts\": 0", EXPECTED_BOOLEAN, "scales[0].levels[0].counts"),
  SLIP ("\"number\": 3", "\"number\": 3.5", EXPECTED_INTEGER, "attachments[0].number", "3.5"),
  SLIP ("\"number\": 3", "\"number\": 3000000000", NUMBER_RANGE, "attachments[0].number", "3000000000"),
  SLIP ("\"years\": {", "\"years\": 1, \"y\": {", EXPECTED_OBJECT, "years"),
  SLIP ("\"scales\": [", "\"scales\": 1, \"y\": [", EXPECTED_LIST, "scales"),
  SLIP ("\"scales\": [", "\"scales\": [[],", EXPECTED_OBJECT, "scales[0]"),
  SLIP ("\"relisted\": [", "\"relisted\": {}, \"y\": [", EXPECTED_LIST, INITIATIVE ".relisted"),
  SLIP ("\"lanes\": [", "\"lanes\": {}, \"y\": [", EXPECTED_LIST, LANES),
  SLIP ("[],\n                [", "{},\n                [", EXPECTED_LIST, LANES "[1]"),
  SLIP ("\"phase\": \"検討・整備\"", "\"phase\": {}", EXPECTED_TEXT, LANES "[0][0].phase"),
  SLIP ("\"from\": 2016", "\"from\": true", EXPECTED_INTEGER, LANES "[0][0].from"),
  SLIP ("\"revised\"", "\"later\"", UNKNOWN_CHOICE, LANES "[0][0].kind", "later"),
  SLIP ("78.40", "\"78.40\"", EXPECTED_NUMBER, INITIATIVE ".indicators[0].baseline"),
  SLIP ("\"target\": 0", "\"target\": \"0\"", EXPECTED_NUMBER, INITIATIVE ".indicators[0].values[0].target"),
  SLIP ("\"ratings\": {", "\"ratings\": [], \"y\": {", EXPECTED_OBJECT, ENTRY ".ratings"),
  SLIP ("\"ratings\": {", "\"ratings\": { \"a-b\": 5,", EXPECTED_OBJECT, ENTRY ".ratings.a-b"),
  SLIP ("\"modified\": {", "\"modified\": \"\", \"y\": {", EXPECTED_OBJECT, ENTRY ".modified"),
  SLIP ("\"at\": \"2019-04-12T09:30:00+09:00\"", "\"at\": 2019", EXPECTED_TEXT, ENTRY ".modified.at"),
  SLIP ("\"copied_from\": 2014",
        "\"copied_from\": \"2014\"",
        EXPECTED_INTEGER,
        ENTRY ".actions[0].copied_from"),
};

static const Slip missing[] = {
  SLIP ("\"id\": \"plan-1\",", "", MISSING_MEMBER, "id"),
  SLIP ("\"id\": \"plan-1\",", "\"id\": null,", MISSING_MEMBER, "id"),
  SLIP ("\"years\": {", "\"x\": {", MISSING_MEMBER, "years"),
  SLIP ("\"first\": 2016,", "", MISSING_MEMBER, "years.first"),
  SLIP ("\"year\": 2018,\n  \"era\"", "\"era\"", MISSING_MEMBER, "year"),
  SLIP ("\"id\": \"level-2\",", "", MISSING_MEMBER, "scales[0].levels[1].id"),
  SLIP ("\"from\": 2019,\n                    \"to\": 2019",
        "\"from\": 2019",
        MISSING_MEMBER,
        LANES "[0][1].to"),
  SLIP ("\"from\": 2019,\n                    \"to\": 2019",
        "\"to\": 2019",
        MISSING_MEMBER,
        LANES "[0][1].from"),
  SLIP ("\"year\": 2019\n", "\"target\": 1\n", MISSING_MEMBER, INITIATIVE ".indicators[0].values[1].year"),
  SLIP ("\"year\": 2017\n", "\"note\": \"\"\n", MISSING_MEMBER, INITIATIVE ".entries[1].year"),
  SLIP ("\"level\": \"level-1\",", "", MISSING_MEMBER, ENTRY ".ratings.scale-1.level"),
  SLIP ("\"id\": \"initiative-2\"", "", MISSING_MEMBER, "pillars[0].initiatives[1].id"),
  SLIP ("\"id\": \"initiative-2\"", "\"id\": \"\"", EMPTY_ID, "pillars[0].initiatives[1].id"),
};

static const Slip ids[] = {
  SLIP ("\"id\": \"initiative-2\"",
        "\"id\": \"initiative-1\"",
        DUPLICATE_ID,
        "pillars[0].initiatives[1].id",
        "initiative-1"),
  SLIP ("\"id\": \"level-3\"", "\"id\": \"level-1\"", DUPLICATE_ID, "scales[1].levels[0].id", "level-1"),
  SLIP ("\"id\": \"block-3\"", "\"id\": \"block-1\"", DUPLICATE_ID, ENTRY ".outlook[0].id", "block-1"),
  SLIP ("\"id\": \"pillar-2\"", "\"id\": \"pillar-1\"", DUPLICATE_ID, "pillars[1].id", "pillar-1"),
  SLIP ("\"successors\": [\n            \"division-2\"",
        "\"successors\": [ \"division-2\", \"gone\"",
        DANGLING,
        "departments[0].divisions[0].successors[1]",
        "gone"),
  SLIP ("\"merged_into\": \"initiative-2\"",
        "\"merged_into\": \"pillar-2\"",
        DANGLING,
        INITIATIVE ".merged_into",
        "pillar-2"),
  SLIP ("\"relisted\": [\n            \"pillar-2\"",
        "\"relisted\": [ \"pillar-3\"",
        DANGLING,
        INITIATIVE ".relisted[0]",
        "pillar-3"),
  SLIP ("\"division-1\",\n            \"division-2\"",
        "\"division-1\", \"\"",
        DANGLING,
        INITIATIVE ".divisions[1]",
        ""),
  SLIP ("\"items\": [\n                    \"item-1\"",
        "\"items\": [ \"item-2\"",
        DANGLING,
        ENTRY ".topics[0].items[0]",
        "item-2"),
  SLIP ("\"topics\": [\n                    \"topic-1\"",
        "\"topics\": [ \"topic-2\"",
        DANGLING,
        ENTRY ".actions[0].topics[0]",
        "topic-2"),
  SLIP ("\"attachments\": [\n                \"attachment-1\"",
        "\"attachments\": [ \"att\"",
        DANGLING,
        ENTRY ".attachments[0]",
        "att"),
  SLIP ("\"scale-2\": {", "\"scale-3\": {", DANGLING, ENTRY ".ratings.scale-3", "scale-3"),
  SLIP ("\"level\": \"level-1\"",
        "\"level\": \"level-9\"",
        DANGLING,
        ENTRY ".ratings.scale-1.level",
        "level-9"),
  /* of another scale */
  SLIP ("\"level\": \"level-1\"",
        "\"level\": \"level-3\"",
        DANGLING,
        ENTRY ".ratings.scale-1.level",
        "level-3"),
  /* of another entry */
  SLIP ("\"year\": 2017\n",
        "\"year\": 2017, \"outcome\": [{\"id\": \"b\", \"topics\": [\"topic-1\"]}]",
        DANGLING,
        INITIATIVE ".entries[1].outcome[0].topics[0]",
        "topic-1"),
  /* of another initiative's schedule */
  SLIP ("\"id\": \"initiative-2\"",
        "\"id\": \"initiative-2\", \"entries\": [{\"year\": 2018, \"topics\": [{\"id\": \"t\", \"items\": "
        "[\"item-1\"]}]}]",
        DANGLING,
        "pillars[0].initiatives[1].entries[0].topics[0].items[0]",
        "item-1"),
};

static const Slip years[] = {
  SLIP ("\"year\": 2018,\n  \"era\"", "\"year\": 1899,\n  \"era\"", YEAR_RANGE, "year", "1899"),
  SLIP ("\"year\": 2018,\n  \"era\"", "\"year\": 2201,\n  \"era\"", YEAR_RANGE, "year", "2201"),
  SLIP ("\"year\": 2018,\n  \"era\"", "\"year\": 0,\n  \"era\"", YEAR_RANGE, "year", "0"),
  SLIP ("\"last\": 2020", "\"last\": 2015", YEARS_REVERSED, "years"),
  SLIP ("\"since\": 2015", "\"since\": 30", YEAR_RANGE, ENTRY ".ratings.scale-1.since", "30"),
  SLIP ("\"from\": 2019,\n                    \"to\": 2019",
        "\"from\": 2019, \"to\": 2018",
        YEARS_REVERSED,
        LANES "[0][1]"),
  SLIP ("\"from\": 2019,\n                    \"to\": 2019",
        "\"from\": 2017, \"to\": 2019",
        SPANS_OVERLAP,
        LANES "[0][1]"),
  SLIP ("\"from\": 2019,\n                    \"to\": 2019",
        "\"from\": 2000, \"to\": 2200",
        SPANS_OVERLAP,
        LANES "[0][1]"),
  SLIP ("\"year\": 2017\n", "\"year\": 2018\n", DUPLICATE_YEAR, INITIATIVE ".entries[1].year", "2018"),
};

static char *
apply (const char *text, const Slip *slip)
{
  const char *at = strstr (text, slip->find);
  g_autofree char *before = NULL;

  g_assert_nonnull (at);
  before = g_strndup (text, at - text);
  return g_strconcat (before, slip->replace, at + strlen (slip->find), NULL);
}

static void
assert_slips (const Slip *slips, gsize n_slips)
{
  g_autofree char *text = tori_test_read_data ("every-member.torikumi", NULL);

  for (gsize i = 0; i < n_slips; i++)
    {
      g_autofree char *bad = apply (text, &slips[i]);
      g_autoptr (GError) error = NULL;
      g_autoptr (ToriPlan) plan = tori_codec_decode (bad, strlen (bad), &error);

      g_test_message ("%s", slips[i].replace);
      g_assert_null (plan);
      g_assert_error (error, TORI_STORAGE_ERROR, (int) slips[i].code);
      g_assert_cmpstr (tori_storage_error_get_path (error), ==, slips[i].path);
      g_assert_cmpstr (tori_storage_error_get_value (error), ==, slips[i].value);
    }
}

static void
test_kinds (void)
{
  assert_slips (kinds, G_N_ELEMENTS (kinds));
}

static void
test_types (void)
{
  assert_slips (types, G_N_ELEMENTS (types));
}

static void
test_missing (void)
{
  assert_slips (missing, G_N_ELEMENTS (missing));
}

static void
test_ids (void)
{
  assert_slips (ids, G_N_ELEMENTS (ids));
}

static void
test_years (void)
{
  assert_slips (years, G_N_ELEMENTS (years));
}

static char *
encode (ToriPlan *plan)
{
  g_autoptr (GBytes) bytes = tori_codec_encode (plan);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
assert_reads_as (const char *text, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ToriPlan) plan = tori_codec_decode (text, strlen (text), &error);
  g_autofree char *back = NULL;

  g_assert_no_error (error);
  back = encode (plan);
  g_assert_cmpstr (back, ==, expected);
}

/* Every good plan comes back byte for byte. */
static void
test_same_bytes (void)
{
  g_auto (GStrv) paths = tori_test_list_plans ();

  for (guint i = 0; paths[i]; i++)
    {
      g_autofree char *text = tori_test_read (paths[i], NULL);

      g_test_message ("%s", paths[i]);
      assert_reads_as (text, text);
    }
}

#define HEAD "{\n  \"format\": \"torikumi-plan\",\n  \"version\": 1,\n  \"id\": \"p\",\n  \"title\": \"\",\n"
#define YEARS "  \"years\": {\n    \"first\": 2016,\n    \"last\": 2016\n  },\n  \"year\": 2016"
#define ITEM                                                                                                 \
  HEAD YEARS                                                                                                 \
      ",\n  \"pillars\": [\n    {\n      \"id\": \"a\",\n      \"initiatives\": [\n        {\n"              \
      "          \"id\": \"b\",\n          \"schedule\": [\n            {\n              \"id\": \"c\""

static void
test_defaults (void)
{
  static const char plain[] = HEAD YEARS ",\n  \"pillars\": []\n}\n";

  assert_reads_as (plain, plain);

  /* a BOM, CRLF, another order of members, null for what is not there, defaults written out */
  assert_reads_as ("\xef\xbb\xbf{\"year\":2016,\r\n\"years\":{\"last\":2016,\"first\":2016},\"id\":\"p\","
                   "\"heading\":null,\"organization\":\"\",\"era\":\"by-date\",\"phases\":[],\"scales\":[],"
                   "\"departments\":null,\"attachments\":[],\"pillars\":null,\"title\":null,"
                   "\"version\":1,\"format\":\"torikumi-plan\"}",
                   plain);
}

/* Spans are in the order of their years, however they came. */
static void
test_span_order (void)
{
  static const char sorted[] = ITEM ",\n              \"lanes\": [\n                [\n"
                                    "                  {\n                    \"from\": 2016,\n"
                                    "                    \"to\": 2017\n                  },\n"
                                    "                  {\n                    \"from\": 2018,\n"
                                    "                    \"to\": 2018\n                  }\n"
                                    "                ]\n              ]\n            }\n          ]\n"
                                    "        }\n      ]\n    }\n  ]\n}\n";

  assert_reads_as (sorted, sorted);
  assert_reads_as (ITEM ",\"lanes\":[[{\"from\":2018,\"to\":2018,\"kind\":\"planned\"},"
                        "{\"phase\":\"\",\"from\":2016,\"to\":2017}]]}]}]}]}",
                   sorted);
}

/* Ratings are in the order of the plan's scales. */
static void
test_rating_order (void)
{
  g_autofree char *text = tori_test_read_data ("every-member.torikumi", NULL);
  g_autofree char *turned = NULL;

  const char *one = strstr (text, "                \"scale-1\": {");
  const char *two = strstr (text, ",\n                \"scale-2\": {");
  const char *end = strstr (two, "\n              },");

  g_assert_true (one && two && end);
  turned = g_strdup_printf ("%.*s%.*s,\n%.*s%s", (int) (one - text), text, (int) (end - two - 2), two + 2,
                            (int) (two - one), one, end);
  g_assert_cmpstr (turned, !=, text);
  assert_reads_as (turned, text);
}

static void
assert_refused (const char *text, gsize length, ToriStorageError code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ToriPlan) plan = tori_codec_decode (text, length, &error);

  g_assert_null (plan);
  g_assert_error (error, TORI_STORAGE_ERROR, (int) code);
}

static void
test_not_plans (void)
{
  g_autofree char *deep = g_strnfill (100000, '[');

  assert_refused ("", 0, TORI_STORAGE_ERROR_EMPTY);
  assert_refused (NULL, 0, TORI_STORAGE_ERROR_EMPTY);
  assert_refused ("{}", 2, TORI_STORAGE_ERROR_NOT_A_PLAN);
  assert_refused ("[]", 2, TORI_STORAGE_ERROR_NOT_A_PLAN);
  assert_refused ("12", 2, TORI_STORAGE_ERROR_NOT_A_PLAN);
  assert_refused (deep, 100000, TORI_STORAGE_ERROR_TOO_DEEP);
  assert_refused ("12,", 3, TORI_STORAGE_ERROR_NOT_A_PLAN);
  assert_refused ("# a", 3, TORI_STORAGE_ERROR_NOT_JSON);
  assert_refused ("{\"name\": \"package\", \"version\": \"1.2.3\"}", 39, TORI_STORAGE_ERROR_NOT_A_PLAN);
  assert_refused ("{\"format\": [\"torikumi-plan\"], \"version\": 2}", 43, TORI_STORAGE_ERROR_NOT_A_PLAN);
}

/* Cut off anywhere, a plan is refused, and nothing behind its end is read. */
static void
test_truncated (void)
{
  gsize length;
  g_autofree char *text = tori_test_read_data ("every-member.torikumi", &length);

  for (gsize cut = 0; cut < length - 2; cut += 7)
    {
      g_autofree char *part = g_memdup2 (text, MAX (cut, 1));
      g_autoptr (GError) error = NULL;
      g_autoptr (ToriPlan) plan = tori_codec_decode (part, cut, &error);

      g_assert_null (plan);
      g_assert_nonnull (error);
      g_assert_cmpuint (tori_storage_error_get_line (error), >, 0);
    }
}

static void
mutate (GRand *rand, GString *text)
{
  const guint at = g_rand_int_range (rand, 0, text->len);
  const guint wanted = g_rand_int_range (rand, 1, 40);
  const guint length = MIN (text->len - at, wanted);
  g_autofree char *piece = g_strndup (text->str + at, length);
  static const char signs[] = "{}[]\",:0123456789-.eE\\u \ntfn\x80\xe3\xff";

  switch (g_rand_int_range (rand, 0, 5))
    {
    case 0: text->str[at] = (char) g_rand_int_range (rand, 0, 256); break;
    case 1: text->str[at] = signs[g_rand_int_range (rand, 0, sizeof signs - 1)]; break;
    case 2: g_string_erase (text, at, length); break;
    case 3: g_string_insert (text, g_rand_int_range (rand, 0, text->len), piece); break;
    default: text->str[at] ^= 1 << g_rand_int_range (rand, 0, 8); break;
    }
}

/* Whatever becomes of a plan on its way, it is read or refused with a place; what is read can be written, and
 * that can be read again. */
static void
test_mutated (void)
{
  gsize length;
  g_autofree char *text = tori_test_read_data ("every-member.torikumi", &length);
  GRand *rand = g_rand_new_with_seed (2017);
  guint n_read = 0;

  for (guint round = 0; round < 1500; round++)
    {
      g_autoptr (GString) mutated = g_string_new_len (text, length);
      g_autoptr (GError) error = NULL;
      g_autoptr (ToriPlan) plan = NULL;

      for (int n = g_rand_int_range (rand, 1, 4); n > 0; n--)
        mutate (rand, mutated);
      plan = tori_codec_decode (mutated->str, mutated->len, &error);
      if (plan)
        {
          g_autofree char *back = encode (plan);

          assert_reads_as (back, back);
          n_read++;
        }
      else
        {
          g_assert_nonnull (error);
          g_assert_true (error->domain == TORI_STORAGE_ERROR);
          g_assert_true (tori_storage_error_get_line (error) > 0 || tori_storage_error_get_path (error));
        }
    }
  g_rand_free (rand);

  /* The mutator is neither too mild nor too hard. */
  g_assert_cmpuint (n_read, >, 40);
  g_assert_cmpuint (n_read, <, 1300);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/codec/refused/kinds", test_kinds);
  g_test_add_func ("/codec/refused/types", test_types);
  g_test_add_func ("/codec/refused/missing", test_missing);
  g_test_add_func ("/codec/refused/ids", test_ids);
  g_test_add_func ("/codec/refused/years", test_years);
  g_test_add_func ("/codec/refused/not-plans", test_not_plans);
  g_test_add_func ("/codec/refused/truncated", test_truncated);
  g_test_add_func ("/codec/same-bytes", test_same_bytes);
  g_test_add_func ("/codec/defaults", test_defaults);
  g_test_add_func ("/codec/span-order", test_span_order);
  g_test_add_func ("/codec/rating-order", test_rating_order);
  g_test_add_func ("/codec/mutated", test_mutated);
  return g_test_run ();
}
