/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/tori-department.h"

#include "model/tori-record-private.h"
#include "model/tori-division.h"

/* A department (部) with its divisions. */
struct _ToriDepartment
{
  ToriRecord parent_instance;

  char *id;
  char *name;
  ToriList *divisions;
};

G_DEFINE_FINAL_TYPE (ToriDepartment, tori_department, TORI_TYPE_RECORD)

static const ToriField fields[] = {
  { "id", TORI_FIELD_ID, G_STRUCT_OFFSET (ToriDepartment, id), TORI_FIELD_ALWAYS | TORI_FIELD_REQUIRED },
  { "name", TORI_FIELD_TEXT, G_STRUCT_OFFSET (ToriDepartment, name) },
  { "divisions", TORI_FIELD_LIST, G_STRUCT_OFFSET (ToriDepartment, divisions), TORI_FIELD_PLAIN,
    tori_division_get_type },
};

static void
tori_department_class_init (ToriDepartmentClass *klass)
{
  tori_record_class_install_fields (TORI_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
tori_department_init (ToriDepartment *self)
{
}

const char *
tori_department_get_name (ToriDepartment *self)
{
  g_return_val_if_fail (TORI_IS_DEPARTMENT (self), "");

  return tori_text (self->name);
}

ToriList *
tori_department_get_divisions (ToriDepartment *self)
{
  g_return_val_if_fail (TORI_IS_DEPARTMENT (self), NULL);

  return self->divisions;
}
