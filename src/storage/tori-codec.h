/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tori-plan.h"
#include "storage/tori-json-writer.h"
#include "storage/tori-storage-error.h"

G_BEGIN_DECLS

#define TORI_CODEC_FORMAT "torikumi-plan"
#define TORI_CODEC_VERSION 1

ToriPlan *tori_codec_decode (const char *data, gsize length, GError **error);
ToriPlan *tori_codec_decode_bytes (GBytes *bytes, GError **error);
GBytes *tori_codec_encode (ToriPlan *plan);
void tori_codec_write_record (ToriJsonWriter *writer, ToriRecord *record);
void tori_codec_write_field (ToriJsonWriter *writer, ToriRecord *record, const ToriField *field);

G_END_DECLS
