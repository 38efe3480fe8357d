import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Refusal } from './refusal.mjs';
import { findOnPath, lastLines, runTool } from './run-tool.mjs';
import { keepPart } from './part-store.mjs';

/** Version of the broker, client protocol and tools. */
export const kafkaVersion = '4.3.1';
const copyPlugin = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1';

// The broker alone logs nowhere: the binding brings its words to log4j 2, which it depends on itself.
const pom = `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>titian</groupId><artifactId>kafka</artifactId><version>1</version><packaging>pom</packaging>
  <dependencies>
    <dependency><groupId>org.apache.kafka</groupId><artifactId>kafka_2.13</artifactId><version>${kafkaVersion}</version></dependency>
    <dependency><groupId>org.apache.logging.log4j</groupId><artifactId>log4j-slf4j-impl</artifactId><version>2.25.4</version></dependency>
  </dependencies>
</project>
`;

/** @param {string} home from KAFKA_HOME */
function jarsOfInstallation(home) {
  const jars = join(home, 'libs');
  if (existsSync(jars) && readdirSync(jars).some((name) => /^kafka_2\.13-.*\.jar$/.test(name))) return jars;
  throw new Refusal(`KAFKA_HOME names ${home}, which holds no libs/kafka_2.13-*.jar: Kafka needs an unpacked release.`);
}

/** The folder of Kafka's jars: KAFKA_HOME, then Maven. @param {import('./wheels.mjs').Place} place @param {string} java */
export async function getKafkaJars({ home, env }, java) {
  if (env['KAFKA_HOME']) return jarsOfInstallation(env['KAFKA_HOME']);
  const fetch = async (/** @type {string} */ folder) => {
    const mvn = findOnPath('mvn', env);
    if (!mvn) {
      throw new Refusal(
        'mvn is missing: Kafka needs it to be fetched; install Maven, set KAFKA_HOME to an unpacked Kafka 4.3, or name a running broker with KAFKA_BROKERS.',
      );
    }
    await writeFile(join(folder, 'pom.xml'), pom);
    const goal = `${copyPlugin}:copy-dependencies`;
    const args = ['-q', '-B', '-f', join(folder, 'pom.xml'), goal, `-DoutputDirectory=${join(folder, 'jars')}`];
    const { code, output } = await runTool(mvn, args, {
      env: { ...env, JAVA_HOME: dirname(dirname(realpathSync(java))) },
    });
    await rm(join(folder, 'target'), { recursive: true, force: true });
    if (code !== 0) throw new Error(`mvn could not fetch Kafka ${kafkaVersion}: ${lastLines(output)}`);
  };
  try {
    return join(await keepPart({ home, name: 'kafka', version: kafkaVersion, fetch }), 'jars');
  } catch (error) {
    throw error instanceof Refusal || !(error instanceof Error) ? error : new Refusal(`${error.message}.`);
  }
}
