/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tori-record.h"

G_BEGIN_DECLS

#define TORI_TYPE_ATTACHMENT (tori_attachment_get_type ())

G_DECLARE_FINAL_TYPE (ToriAttachment, tori_attachment, TORI, ATTACHMENT, ToriRecord)

int tori_attachment_get_number (ToriAttachment *self);
const char *tori_attachment_get_title (ToriAttachment *self);
const char *tori_attachment_get_file (ToriAttachment *self);

G_END_DECLS
