/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/tori-attachment.h"

#include "model/tori-record-private.h"

/* An attachment (別紙) of the report. */
struct _ToriAttachment
{
  ToriRecord parent_instance;

  char *id;
  int number;
  char *title;
  char *file;
};

G_DEFINE_FINAL_TYPE (ToriAttachment, tori_attachment, TORI_TYPE_RECORD)

static const ToriField fields[] = {
  { "id", TORI_FIELD_ID, G_STRUCT_OFFSET (ToriAttachment, id), TORI_FIELD_ALWAYS | TORI_FIELD_REQUIRED },
  { "number", TORI_FIELD_NUMBER, G_STRUCT_OFFSET (ToriAttachment, number), TORI_FIELD_PLAIN, NULL, 0 },
  { "title", TORI_FIELD_TEXT, G_STRUCT_OFFSET (ToriAttachment, title) },
  { "file", TORI_FIELD_TEXT, G_STRUCT_OFFSET (ToriAttachment, file) },
};

static void
tori_attachment_class_init (ToriAttachmentClass *klass)
{
  tori_record_class_install_fields (TORI_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
tori_attachment_init (ToriAttachment *self)
{
}

int
tori_attachment_get_number (ToriAttachment *self)
{
  g_return_val_if_fail (TORI_IS_ATTACHMENT (self), 0);

  return self->number;
}

const char *
tori_attachment_get_title (ToriAttachment *self)
{
  g_return_val_if_fail (TORI_IS_ATTACHMENT (self), "");

  return tori_text (self->title);
}

/**
 * tori_attachment_get_file:
 * @self: an attachment
 *
 * Returns: path of the attached file, relative to the plan
 */
const char *
tori_attachment_get_file (ToriAttachment *self)
{
  g_return_val_if_fail (TORI_IS_ATTACHMENT (self), "");

  return tori_text (self->file);
}
