/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/tori-division.h"

#include "model/tori-record-private.h"

/* A division (課) of a department, with the fiscal years in which it is there. */
struct _ToriDivision
{
  ToriRecord parent_instance;

  char *id;
  char *name;
  int from;
  int until;
  char **successors;
};

G_DEFINE_FINAL_TYPE (ToriDivision, tori_division, TORI_TYPE_RECORD)

static const ToriField fields[] = {
  { "id", TORI_FIELD_ID, G_STRUCT_OFFSET (ToriDivision, id), TORI_FIELD_ALWAYS | TORI_FIELD_REQUIRED },
  { "name", TORI_FIELD_TEXT, G_STRUCT_OFFSET (ToriDivision, name) },
  { "from", TORI_FIELD_YEAR, G_STRUCT_OFFSET (ToriDivision, from) },
  { "until", TORI_FIELD_YEAR, G_STRUCT_OFFSET (ToriDivision, until) },
  { "successors", TORI_FIELD_REFS, G_STRUCT_OFFSET (ToriDivision, successors), TORI_FIELD_PLAIN,
    tori_division_get_type },
};

static void
tori_division_class_init (ToriDivisionClass *klass)
{
  tori_record_class_install_fields (TORI_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
tori_division_init (ToriDivision *self)
{
}

const char *
tori_division_get_name (ToriDivision *self)
{
  g_return_val_if_fail (TORI_IS_DIVISION (self), "");

  return tori_text (self->name);
}

int
tori_division_get_from (ToriDivision *self)
{
  g_return_val_if_fail (TORI_IS_DIVISION (self), 0);

  return self->from;
}

int
tori_division_get_until (ToriDivision *self)
{
  g_return_val_if_fail (TORI_IS_DIVISION (self), 0);

  return self->until;
}

const char *const *
tori_division_get_successors (ToriDivision *self)
{
  g_return_val_if_fail (TORI_IS_DIVISION (self), tori_strv (NULL));

  return tori_strv (self->successors);
}
