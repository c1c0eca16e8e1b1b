/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/tori-level.h"

#include "model/tori-record-private.h"

/* One level of a scale: 達成, 継続, {year}達成済. Whether it stands in the denominator (counts) and in the
 * numerator (done) of a rate. */
struct _ToriLevel
{
  ToriRecord parent_instance;

  char *id;
  char *name;
  char *meaning;
  gboolean counts;
  gboolean done;
};

G_DEFINE_FINAL_TYPE (ToriLevel, tori_level, TORI_TYPE_RECORD)

static const ToriField fields[] = {
  { "id", TORI_FIELD_ID, G_STRUCT_OFFSET (ToriLevel, id), TORI_FIELD_ALWAYS | TORI_FIELD_REQUIRED },
  { "name", TORI_FIELD_TEXT, G_STRUCT_OFFSET (ToriLevel, name) },
  { "meaning", TORI_FIELD_TEXT, G_STRUCT_OFFSET (ToriLevel, meaning) },
  { "counts", TORI_FIELD_FLAG, G_STRUCT_OFFSET (ToriLevel, counts), TORI_FIELD_PLAIN, NULL, TRUE },
  { "done", TORI_FIELD_FLAG, G_STRUCT_OFFSET (ToriLevel, done), TORI_FIELD_PLAIN, NULL, FALSE },
};

static void
tori_level_class_init (ToriLevelClass *klass)
{
  tori_record_class_install_fields (TORI_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
tori_level_init (ToriLevel *self)
{
}

const char *
tori_level_get_name (ToriLevel *self)
{
  g_return_val_if_fail (TORI_IS_LEVEL (self), "");

  return tori_text (self->name);
}

const char *
tori_level_get_meaning (ToriLevel *self)
{
  g_return_val_if_fail (TORI_IS_LEVEL (self), "");

  return tori_text (self->meaning);
}

gboolean
tori_level_get_counts (ToriLevel *self)
{
  g_return_val_if_fail (TORI_IS_LEVEL (self), FALSE);

  return self->counts;
}

gboolean
tori_level_get_done (ToriLevel *self)
{
  g_return_val_if_fail (TORI_IS_LEVEL (self), FALSE);

  return self->done;
}

/**
 * tori_level_has_year:
 * @self: a level
 *
 * Returns: whether its name holds {year}, so that a rating with it says since when
 */
gboolean
tori_level_has_year (ToriLevel *self)
{
  g_return_val_if_fail (TORI_IS_LEVEL (self), FALSE);

  return strstr (tori_text (self->name), "{year}") != NULL;
}
