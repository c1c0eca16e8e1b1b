/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * ToriFieldKind:
 * @TORI_FIELD_ID: the record's id; `char *`
 * @TORI_FIELD_TEXT: the user's words; `char *`, NULL is the same as ""
 * @TORI_FIELD_DECIMAL: a decimal number kept as text; `char *`, NULL is absent
 * @TORI_FIELD_YEAR: a fiscal year; `int`, 0 is absent
 * @TORI_FIELD_NUMBER: a whole number; `int`
 * @TORI_FIELD_FLAG: `gboolean`
 * @TORI_FIELD_CHOICE: one of an enum whose nicks are the file's words; `int`
 * @TORI_FIELD_WORDS: a list of texts; `char **`, NULL is empty
 * @TORI_FIELD_REF: the id of another record; `char *`, NULL is none
 * @TORI_FIELD_REFS: ids of other records; `char **`, NULL is empty
 * @TORI_FIELD_LIST: records that belong to this one; `ToriList *`, there from the beginning
 * @TORI_FIELD_BOXED: a value such as #ToriLanes; NULL is the default
 */
typedef enum
{
  TORI_FIELD_ID,
  TORI_FIELD_TEXT,
  TORI_FIELD_DECIMAL,
  TORI_FIELD_YEAR,
  TORI_FIELD_NUMBER,
  TORI_FIELD_FLAG,
  TORI_FIELD_CHOICE,
  TORI_FIELD_WORDS,
  TORI_FIELD_REF,
  TORI_FIELD_REFS,
  TORI_FIELD_LIST,
  TORI_FIELD_BOXED,
} ToriFieldKind;

typedef enum
{
  TORI_FIELD_PLAIN = 0,
  TORI_FIELD_ALWAYS = 1 << 0,   /* written also when it holds its default */
  TORI_FIELD_REQUIRED = 1 << 1, /* a file without it is refused */
} ToriFieldFlags;

/**
 * ToriField:
 * @name: name of the GObject property; the member of the file is the same with _ for -
 * @kind: what it holds
 * @offset: where it stands in the instance
 * @flags: how the file treats it
 * @type: (nullable): the type of the enum, of the list's records, of the records referred to, or of the boxed
 * value
 * @fallback: the default of a flag, a choice or a number
 *
 * One member of a record. A class declares its fields in one table, in the order of the file format; its
 * properties, the file, the history of changes and the sweeps of the tests all come from there.
 */
typedef struct
{
  const char *name;
  ToriFieldKind kind;
  gsize offset;
  ToriFieldFlags flags;
  GType (*type) (void);
  int fallback;
} ToriField;

#define TORI_TYPE_RECORD (tori_record_get_type ())

G_DECLARE_DERIVABLE_TYPE (ToriRecord, tori_record, TORI, RECORD, GObject)

typedef struct _ToriList ToriList; /* model/tori-list.h */

struct _ToriRecordClass
{
  GObjectClass parent_class;

  /* class handler of ::changed */
  void (*changed) (ToriRecord *self, ToriRecord *source, const ToriField *field);

  /*< private >*/
  const ToriField *fields;
  guint n_fields;
  GParamSpec **props;
};

void tori_record_class_install_fields (ToriRecordClass *klass, const ToriField *fields, guint n_fields);
const ToriField *tori_record_class_get_fields (ToriRecordClass *klass, guint *n_fields);
const ToriField *tori_record_class_find_field (ToriRecordClass *klass, const char *name);

const char *tori_record_get_id (ToriRecord *self);
const char *tori_record_get_unknown (ToriRecord *self);
void tori_record_set_unknown (ToriRecord *self, const char *unknown);
ToriRecord *tori_record_get_parent (ToriRecord *self);
ToriList *tori_record_get_list (ToriRecord *self);
gpointer tori_record_get_ancestor (ToriRecord *self, GType type);

void tori_record_get_value (ToriRecord *self, const ToriField *field, GValue *value);
gboolean tori_record_set_value (ToriRecord *self, const ToriField *field, const GValue *value);
gpointer tori_record_peek (ToriRecord *self, const ToriField *field);
gboolean tori_record_field_equal (ToriRecord *self, ToriRecord *other, const ToriField *field);
ToriRecord *tori_record_duplicate_alone (ToriRecord *self);
ToriRecord *tori_record_duplicate (ToriRecord *self);
void tori_record_append_path (ToriRecord *self, GString *path);

G_END_DECLS
